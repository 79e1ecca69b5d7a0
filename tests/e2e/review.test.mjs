// Spaced review: what was answered in a quiz comes back in the review widget when it is due, and its grades go back to the quiz's journal.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { demo, leadership, test } from './harness/test.mjs';
import { Quiz } from './harness/quiz.mjs';
import { open } from './harness/reader.mjs';

const DAY = 86_400_000;

/** The review widget, with the questions of some quizzes under the names they have there. */
const reviewOf = (...quizzes) => new Quiz({
  ...quizzes[0].bundle,
  id: 'review',
  items: quizzes.flatMap((quiz, n) => quiz.bundle.items.map(item => ({ ...item, id: `${n}-${item.id}` }))),
  strings: Object.assign({}, ...quizzes.map((quiz, n) => Object.fromEntries(Object.entries(quiz.bundle.strings).map(([key, text]) => [`${n}-${key}`, text])))),
});

test('questions answered in two quizzes are due in the review a few days later, and their grades move them on', async t => {
  const [first, second] = [demo(), leadership()];
  const page = await t.page();
  const site = await t.site();
  await page.clock.setFixedTime(Date.now());
  const now = Date.now();
  const told = new Map([[first, ['a-date', 'one-page-bet', 'nodding', 'weeks']], [second, second.items.slice(0, 2).map(({ id }) => id)]]);
  for (const [quiz, ids] of told) {
    const reader = await (await open(page, site, 'page', quiz)).alive();
    for (let id; ids.includes(id = await reader.item()) || quiz.item(id).form === 'info';) {
      if (quiz.item(id).form !== 'info') await reader.answer(id === 'nodding' ? quiz.wrong(id) : quiz.right(id));
      await reader.next();
    }
    await page.waitForTimeout(100);
  }

  const due = reviewOf(first, second);
  const reader = await (await open(page, site, 'page', due)).alive();
  await reader.live.getByText('Nothing is due today.').waitFor();
  const tomorrow = new Date(now + DAY).toISOString().slice(0, 10);
  assert.ok((await reader.shown()).includes(`Next:${tomorrow}`), 'what was wrong comes again first');

  await page.clock.setFixedTime(now + 5 * DAY);
  const again = await (await open(page, site, 'page', due)).alive();
  await again.live.locator('.wp-item').waitFor();
  assert.ok((await again.shown()).includes('6questionsareduetoday.'));
  const asked = [];
  for (let id; (id = await again.item()) !== null;) {
    await again.said();
    await again.answer(due.right(id));
    assert.equal((await again.said()).length, 1, `${id} is announced once`);
    assert.ok((await again.shown()).includes(due.text(`${id}/explanation`)), `${id} is explained`);
    asked.push(id);
    await again.next();
  }
  assert.equal(new Set(asked).size, 6);
  const shown = await again.shown();
  assert.ok(shown.includes('Donefortoday.') && !/\d+of\d+points\./.test(shown), 'no total at the end');
  const [file] = await Promise.all([page.waitForEvent('download'), again.act('remind').click()]);
  const dates = [...fs.readFileSync(await file.path(), 'utf8').matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, date]) => date);
  assert.ok(dates.length >= 1 && shown.includes(`Next:${dates[0].replace(/(....)(..)(..)/, '$1-$2-$3')}`), 'the calendar has the day that is shown');

  const grades = [];
  for (const quiz of told.keys()) {
    const journal = await again.journal.call({ frame: again.frame, quiz });
    grades.push(...journal.map(record => JSON.parse(record).action.rate).filter(Boolean));
  }
  assert.deepEqual(grades.map(({ item }) => item).sort(), asked.map(id => id.slice(2)).sort(), 'each grade is in the journal of its quiz');
  assert.ok(grades.every(({ grade }) => grade === 3));

  await page.reload();
  await (await open(page, site, 'page', due)).alive();
  await again.live.getByText('Nothing is due today.').waitFor();
  const home = await (await open(page, site, 'page', first)).alive();
  assert.ok(await home.item(), 'the quiz itself goes on where it was');
  assert.deepEqual(page.problems, []);
  t.figure(`${asked.length} due, ${grades.length} grades, next ${dates[0]}`);
});

test('a reader who has not answered anything yet is told what the review is for', async t => {
  const page = await t.page();
  const reader = await (await open(page, await t.site(), 'page', reviewOf(demo()))).alive();
  await reader.live.getByText('Nothing is due today.').waitFor();
  assert.ok((await reader.shown()).includes('comesbackhere'));
  assert.deepEqual(page.problems, []);
});
