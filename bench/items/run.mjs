// A quiz of 500 questions, the most that the format allows, against one of 10, turn by turn in one run of a real browser: when the first
// question can be answered, on the prerendered page and in the player, and how long an answer's feedback takes to be on the screen.
// Prints the figures beside their limits; exit code 1 where one is missed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browser, closeBrowser } from '../../tests/e2e/harness/browser.mjs';
import { build, prepare } from '../../tests/e2e/harness/programs.mjs';
import { serve } from '../../tests/e2e/harness/server.mjs';
import { Reader } from '../../tests/e2e/harness/reader.mjs';
import { Quiz } from '../../tests/e2e/harness/quiz.mjs';
import { file } from '../parse/questions.mjs';

const FEW = 10, MANY = 500, TURNS = 9, ANSWERS = 30, RATIO = 1.3, FEEDBACK = 50;

/** Notes when an option of the first question can be picked, on whichever surface. */
const WATCH = `(() => {
  const seen = window.__seen = {};
  const look = () => {
    for (const surface of ['static', 'live']) {
      const input = document.querySelector('.wp[data-surface=' + surface + '] .wp-option input');
      if (input && !input.disabled && input.getClientRects().length) seen[surface] ??= performance.now();
    }
    if (seen.live === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** Measures from a click on Check until its feedback has been painted. */
const FEEDBACK_WATCH = () => {
  window.__painted = [];
  addEventListener('click', event => {
    if (!event.target.closest('[data-act=check]')) return;
    const look = () => {
      if (!document.querySelector('.wp-feedback .wp-verdict')) requestAnimationFrame(look);
      // A task of its own comes after the frame with the feedback has been painted.
      else requestAnimationFrame(() => setTimeout(() => window.__painted.push(performance.now() - event.timeStamp)));
    };
    requestAnimationFrame(look);
  }, true);
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waypost-items-'));
const ids = { [FEW]: 'few', [MANY]: 'many' };
fs.writeFileSync(path.join(folder, 'course.toml'), 'title = "Few and many"\nlang = "en"\norder = ["index.md", "few.md", "many.md"]\n');
fs.writeFileSync(path.join(folder, 'index.md'), '+++\nkind = "page"\ntitle = "Few and many"\nlang = "en"\n+++\n\nTwo quizzes.\n');
for (const [count, id] of Object.entries(ids)) fs.writeFileSync(path.join(folder, `${id}.md`), file(0, Number(count)).markdown.replace('id = "q-0"', `id = "${id}"`));
await prepare();
const site = await serve({ '/course/': await build(folder, path.join(folder, 'site')) });
const quiz = id => new Quiz(JSON.parse(fs.readFileSync(path.join(folder, `site/w/${id}/bundle.json`), 'utf8')));
const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

async function opened(id) {
  const context = await (await browser()).newContext({ viewport: { width: 800, height: 900 } });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  await page.goto(`${site.origin}/course/w/${id}/`);
  await page.waitForFunction(() => window.__seen.live !== undefined);
  return { context, page };
}

async function answerable(id) {
  const { context, page } = await opened(id);
  const seen = await page.evaluate(() => window.__seen);
  await context.close();
  return seen;
}

async function feedback(id) {
  const { context, page } = await opened(id);
  const reader = new Reader(page, page, quiz(id));
  await page.evaluate(FEEDBACK_WATCH);
  for (let i = 0; i < ANSWERS; i++) {
    const item = await reader.item();
    await reader.answer(reader.quiz.right(item));
    await page.waitForFunction(count => window.__painted.length === count, i + 1);
    await reader.next();
  }
  const painted = await page.evaluate(() => window.__painted);
  await context.close();
  return painted;
}

const seen = { few: [], many: [] };
await answerable('few');
for (let turn = 0; turn < TURNS; turn++) for (const id of ['few', 'many']) seen[id].push(await answerable(id));
const painted = await feedback('many');
await closeBrowser();
site.close();
fs.rmSync(folder, { recursive: true });

let missed = 0;
const say = (holds, words) => { if (!holds) missed++; console.log(`${holds ? 'holds ' : 'MISSED'} ${words}`); };
for (const [surface, words] of [['static', 'first question answerable'], ['live', 'first question in the player']]) {
  const [few, many] = ['few', 'many'].map(id => median(seen[id].map(one => one[surface])));
  say(many / few <= RATIO, `${words}: ${MANY} questions ${many.toFixed(0)} ms = ${(many / few).toFixed(2)} x ${FEW} questions (${few.toFixed(0)} ms), limit ${RATIO}, ${TURNS} turns`);
}
const most = Math.max(...painted);
say(median(painted) <= FEEDBACK, `answer to painted feedback with ${MANY} questions: median ${median(painted).toFixed(0)} ms, at most ${most.toFixed(0)}, limit ${FEEDBACK}, ${painted.length} answers`);
process.exit(missed ? 1 : 0);
