// A tab that dies: the browser's whole process group gets SIGKILL right after an answer, and the answer has to be there afterwards.
import assert from 'node:assert/strict';
import { leadership, test } from './harness/test.mjs';
import { ownBrowser } from './harness/browser.mjs';
import { open } from './harness/reader.mjs';

const PROFILES = 2, ANSWERS = 10;

test('an answer is there after the browser was killed right after it', async t => {
  const quiz = leadership(), plan = quiz.plan(2);
  let kept = 0;
  for (let round = 0; round < PROFILES; round++) {
    const site = await t.site(), profile = t.folder();
    // One more visit than answers: each looks for the answer before it.
    for (let visit = 0; visit <= ANSWERS; visit++) {
      const { context, kill } = await ownBrowser(profile);
      t.cleanup.push(kill);
      const reader = await (await open(await context.newPage(), site, 'page', quiz)).alive();
      if (visit > 0) {
        const id = quiz.items[visit - 1].id;
        assert.equal(await reader.item(), id, `visit ${visit}: on the question that was answered`);
        assert.deepEqual((await reader.picked()).sort(), [...plan.get(id)].sort(), `visit ${visit}: with the answer given`);
        const verdict = reader.live.locator('.wp-feedback .wp-verdict').first();
        assert.equal(await verdict.getAttribute('data-verdict'), quiz.verdict(id, plan.get(id)), `visit ${visit}: and marked`);
        kept += 1;
        await reader.next();
      }
      if (visit < ANSWERS) await reader.answer(plan.get(await reader.item()));
      await kill();
    }
  }
  assert.equal(kept, PROFILES * ANSWERS);
  t.figure(`${kept} of ${PROFILES * ANSWERS}`);
}, { seconds: 240 });
