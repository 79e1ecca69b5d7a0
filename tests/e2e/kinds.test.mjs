// Every kind of item, by mouse, by touch and by keyboard alone, answered right and not right: marked as worked out apart from the core,
// explained, and announced exactly once.
import assert from 'node:assert/strict';
import { demo, test } from './harness/test.mjs';
import { at, open } from './harness/reader.mjs';
import { KINDS } from './harness/kinds.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const WAYS = { click: { words: 'by mouse', options: {} }, tap: { words: 'by touch on a phone', options: PHONE }, keyboard: { words: 'by keyboard alone', options: {} } };
const VERDICTS = { right: 'Right.', partly: 'Partly right.', wrong: 'Not quite.' };

/** Answers the item on the screen and looks at what comes of it; goes on to the next one. */
async function meet(reader, quiz, id, chosen, how) {
  const item = quiz.item(id);
  await reader.said();
  if (item.form !== 'info') {
    await reader.pick(chosen, how);
    assert.deepEqual((await reader.picked()).sort(), [...chosen].sort(), `${id}: what was given stands there`);
    await reader.said();
  }
  if (await reader.act('check').count()) {
    await reader.check(how);
    const shown = await reader.shown();
    if (item.marked) {
      const verdict = quiz.verdict(id, chosen);
      assert.equal(await reader.live.locator('.wp-feedback .wp-verdict').first().getAttribute('data-verdict'), verdict, `${id}: the verdict`);
      for (const part of chosen) assert.ok(shown.includes(quiz.text(`${id}.${part}/feedback`)), `${id}: feedback on ${part}`);
      const said = await reader.said();
      assert.equal(said.length, 1, `${id} is announced once: ${JSON.stringify(said)}`);
      assert.ok(said[0].startsWith(VERDICTS[verdict]), `${id}: "${said[0]}" begins with the verdict`);
    } else {
      const said = await reader.said();
      assert.equal(said.length, 1, `${id} is announced once: ${JSON.stringify(said)}`);
    }
    assert.ok(shown.includes(quiz.text(`${id}/explanation`)), `${id}: the explanation`);
    await reader.next(how);
    assert.deepEqual(await reader.said(), [], `${id}: going on says nothing more`);
  } else {
    await reader.next(how);
    assert.equal((await reader.said()).length, item.form === 'info' ? 0 : 1, `${id} is announced once`);
  }
}

for (const [how, { words, options }] of Object.entries(WAYS)) for (const answer of ['right', 'wrong']) {
  test(`every kind is answered ${words}, ${answer === 'right' ? 'right' : 'not right'}, marked, explained and announced once`, async t => {
    const quiz = demo();
    const page = await t.page(options);
    let reader = await (await open(page, await t.site(), 'page', quiz)).alive();
    const forms = new Set(), plan = new Map();
    for (const { id, form, marked } of quiz.items) {
      assert.equal(await reader.item(), id);
      const chosen = quiz[answer](id);
      await meet(reader, quiz, id, chosen, how);
      forms.add(form);
      if (marked) plan.set(id, chosen);
    }
    assert.deepEqual([...forms].sort(), Object.keys(KINDS).sort(), 'all kinds');
    const { raw, max, text } = await reader.score();
    assert.deepEqual({ raw, max }, quiz.score(plan), `"${text}"`);
    await page.reload({ waitUntil: 'commit' });
    reader = await (await at(page, 'page', quiz)).alive();
    assert.equal((await reader.score()).text, text, 'the result is there after a reload');
    assert.deepEqual(page.problems, []);
    t.figure(`${forms.size} of ${Object.keys(KINDS).length} kinds, "${text}"`);
  }, { seconds: 180 });
}
