// axe-core on every state, in light and dark, at phone and desktop width.
import { findings, verdict } from './harness/axe.mjs';
import { demo, leadership, other, test } from './harness/test.mjs';
import { open } from './harness/reader.mjs';
import { simulator } from './harness/simulation.mjs';
import { walk as walkSimulation } from './simulation-states.mjs';
import { walk, walkKinds, walkStatic, walkSure } from './states.mjs';

const WIDTHS = [360, 1280], SCHEMES = ['light', 'dark'];

for (const scheme of SCHEMES) for (const width of WIDTHS) {
  const options = { colorScheme: scheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' };
  test(`axe finds nothing in any state of the widget in ${scheme} at ${width} px`, async t => {
    const quiz = leadership(), runs = { count: 0, lines: [] };
    const visit = (name, reader) => findings(runs, name, reader.frame);
    const page = await t.page(options);
    await walk(page, await t.site(), quiz, visit);
    await walkStatic(await t.page(options), await t.site(), quiz, visit);
    verdict(t, runs);
  }, { seconds: 180 });

  test(`axe finds nothing in any state of any kind, left to right and right to left, in ${scheme} at ${width} px`, async t => {
    const runs = { count: 0, lines: [] }, quizzes = [demo(), other('arabic')], site = await t.site();
    for (const quiz of quizzes) await walkKinds(await t.page(options), site, quiz, (name, reader) => findings(runs, `${quiz.id}: ${name}`, reader.frame));
    verdict(t, runs);
  }, { seconds: 240 });

  test(`axe finds nothing in an exam with a clock and where readers say how sure they are, in ${scheme} at ${width} px`, async t => {
    const runs = { count: 0, lines: [] }, exam = other('exam'), sure = other('sure'), site = await t.site();
    await walkKinds(await t.page(options), site, exam, (name, reader) => findings(runs, `exam: ${name}`, reader.frame));
    await walkSure(await t.page(options), site, sure, (name, reader) => findings(runs, `sure: ${name}`, reader.frame));
    verdict(t, runs);
  }, { seconds: 180 });

  test(`axe finds nothing in any state of a simulator in ${scheme} at ${width} px`, async t => {
    const runs = { count: 0, lines: [] };
    await walkSimulation(await t.page(options), await t.site(), simulator(), (name, reader) => findings(runs, name, reader.frame));
    verdict(t, runs);
  }, { seconds: 180 });

  test(`axe finds nothing on the post, the lesson and the gallery in ${scheme} at ${width} px`, async t => {
    const quiz = leadership(), runs = { count: 0, lines: [] };
    const page = await t.page(options);
    const site = await t.site();
    for (const place of ['post', 'lesson']) {
      const reader = await (await open(page, site, place, quiz)).alive();
      await findings(runs, `${place}, fresh`, page.mainFrame());
      await reader.answer(quiz.wrong(quiz.items[0].id));
      await findings(runs, `${place}, wrong`, page.mainFrame());
      await page.evaluate(() => indexedDB.deleteDatabase('waypost'));
    }
    await page.goto(`${site.origin}/`);
    await page.locator('main, body').first().waitFor();
    await page.waitForLoadState('networkidle');
    await findings(runs, 'gallery', page.mainFrame());
    verdict(t, runs);
  });
}
