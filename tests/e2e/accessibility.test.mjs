// axe-core on every state, in light and dark, at phone and desktop width.
import { nothingFound, STILL } from './harness/axe.mjs';
import { open } from './harness/reader.mjs';
import { simulator } from './harness/simulation.mjs';
import { demo, leadership, other, test } from './harness/test.mjs';
import { walk as walkSimulation } from './simulation-states.mjs';
import { walk, walkKinds, walkStatic, walkSure } from './states.mjs';

/** A walk through the states of a quiz, each of which axe looks at. */
const axe = (words, walk, quiz) => test(`axe finds nothing in ${words}`, async t => {
  await nothingFound(t, async look => walk(await t.page(STILL), await t.site(), quiz(), (name, reader) => look(name, reader.frame)));
}, { seconds: 240 });

axe('any state of the widget', walk, leadership);
axe('the widget before the player is there and where it cannot run', walkStatic, leadership);
axe('any state of any kind, left to right', walkKinds, demo);
axe('any state of any kind, right to left', walkKinds, () => other('arabic'));
axe('an exam with a clock', walkKinds, () => other('exam'));
axe('a quiz where readers say how sure they are', walkSure, () => other('sure'));
axe('any state of a simulator', walkSimulation, simulator);

test('axe finds nothing on the post, the lesson and the gallery', async t => {
  const quiz = leadership(), page = await t.page(STILL), site = await t.site();
  await nothingFound(t, async look => {
    for (const place of ['post', 'lesson']) {
      const reader = await (await open(page, site, place, quiz)).alive();
      await look(`${place}, fresh`, page.mainFrame());
      await reader.answer(quiz.wrong(quiz.items[0].id));
      await look(`${place}, wrong`, page.mainFrame());
      await page.evaluate(() => indexedDB.deleteDatabase('waypost'));
    }
    await page.goto(`${site.origin}/`);
    await page.locator('main, body').first().waitFor();
    await page.waitForLoadState('networkidle');
    await look('gallery', page.mainFrame());
  });
});
