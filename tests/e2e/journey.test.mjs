// End to end: a reader meets the quiz in the post and in the lesson, answers everything, right and wrong, and reads what comes of it.
import assert from 'node:assert/strict';
import { leadership, test } from './harness/test.mjs';
import { at, open, PLACES } from './harness/reader.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const WAYS = { keyboard: { words: 'by keyboard only', options: {} }, tap: { words: 'by touch on a phone', options: PHONE } };

/** After an answer the reader sees a verdict, the feedback on what they chose, and why the key is the key. */
async function sees(reader, quiz, item, chosen) {
  const verdict = await reader.live.locator('.wp-feedback .wp-verdict').first().getAttribute('data-verdict');
  assert.equal(verdict, quiz.verdict(item, chosen), `the verdict on ${item}`);
  const shown = await reader.shown();
  for (const option of chosen) assert.ok(shown.includes(quiz.text(`${item}.${option}/feedback`)), `${item}: feedback on ${option} is shown`);
  assert.ok(shown.includes(quiz.text(`${item}/explanation`)), `${item}: the explanation is shown`);
}

for (const place of ['post', 'lesson']) for (const [how, { words, options }] of Object.entries(WAYS)) {
  test(`all questions are answered ${words} on ${PLACES[place].about}, right and wrong, and the score is right`, async t => {
    const quiz = leadership(), plan = quiz.plan();
    const page = await t.page(options);
    const reader = await open(page, await t.site(), place, quiz);
    await reader.alive();
    let wrong = 0;
    await reader.answerAll(plan, how, async item => {
      if (quiz.verdict(item, plan.get(item)) !== 'right') wrong += 1;
      await sees(reader, quiz, item, plan.get(item));
    });
    const { raw, max, text } = await reader.score();
    assert.deepEqual({ raw, max }, quiz.score(plan), `"${text}"`);
    const review = await reader.shown();
    for (const [item, chosen] of plan) {
      if (quiz.verdict(item, chosen) === 'right') continue;
      for (const option of chosen) assert.ok(review.includes(quiz.text(`${item}.${option}/feedback`)), `the review says why ${item}.${option}`);
    }
    assert.deepEqual(page.problems, []);
    t.figure(`${quiz.items.length} questions, ${wrong} answered wrong, "${text}"`);
  }, { seconds: 180 });

  test(`a reload in the middle ${words} on ${PLACES[place].about} comes back to the same place with the same answers`, async t => {
    const quiz = leadership(), plan = quiz.plan(1);
    const page = await t.page(options);
    let reader = await open(page, await t.site(), place, quiz);
    await reader.alive();
    for (let i = 0; i < 5; i++) { await reader.answer(plan.get(await reader.item()), how); await reader.next(how); }
    const item = await reader.item();
    const picked = [(await reader.options())[1]];
    await reader.pick(picked, how === 'tap' ? 'tap' : 'click');
    await reader.live.locator('.wp-saved', { hasText: /saved on this device/i }).waitFor();
    const [order, position] = [await reader.options(), await reader.live.locator('.wp-position').innerText()];

    await page.reload({ waitUntil: 'commit' });
    reader = await (await at(page, place, quiz)).alive();
    assert.equal(await reader.item(), item, 'the same question');
    assert.equal(await reader.live.locator('.wp-position').innerText(), position);
    assert.deepEqual(await reader.options(), order, 'the options in the same order');
    assert.deepEqual(await reader.picked(), picked, 'what was picked is picked');

    const rest = new Map(plan).set(item, picked);
    if (quiz.item(item).form === 'multi') for (const id of await reader.picked()) await reader.pick([id]);
    await reader.answerAll(rest, 'click');
    const { raw, max, text } = await reader.score();
    assert.deepEqual({ raw, max }, quiz.score(rest), `"${text}"`);

    await page.reload({ waitUntil: 'commit' });
    reader = await (await at(page, place, quiz)).alive();
    assert.equal((await reader.score()).text, text, 'the result is there after another reload');
    t.figure(`at "${position}", then "${text}"`);
  });
}

test('the wrong ones are tried again, and a fresh start begins at the first question', async t => {
  const quiz = leadership(), plan = quiz.plan();
  const page = await t.page();
  const reader = await (await open(page, await t.site(), 'page', quiz)).alive();
  await reader.answerAll(plan);
  const wrong = [...plan].filter(([item, chosen]) => quiz.verdict(item, chosen) !== 'right').map(([item]) => item);
  await reader.act('retry').click();
  const asked = [];
  await reader.live.locator('.wp-item:visible').waitFor();
  await reader.answerAll(new Map(wrong.map(item => [item, quiz.right(item)])), 'click', async item => asked.push(item));
  assert.deepEqual(asked, wrong, 'exactly what was not right is asked again');
  const max = quiz.score(plan).max;
  assert.ok((await reader.shown()).includes(`${max}of${max}points`), 'all points after the second round');
  await reader.act('restart').first().click();
  await reader.live.locator('.wp-item:visible').waitFor();
  assert.equal(await reader.item(), quiz.items[0].id);
  assert.deepEqual(await reader.picked(), []);
  t.figure(`${asked.length} tried again`);
});

test('hints come one by one and are said once', async t => {
  const quiz = leadership();
  const reader = await (await open(await t.page(), await t.site(), 'page', quiz)).alive();
  const item = quiz.items.find(({ hints }) => hints);
  while ((await reader.item()) !== item.id) { await reader.answer(quiz.right(await reader.item())); await reader.next(); }
  for (let number = 1; number <= item.hints; number++) {
    await reader.act('hint').click();
    await reader.live.locator('.wp-hint').nth(number - 1).waitFor();
    assert.ok((await reader.shown()).includes(quiz.text(`${item.id}/hint.${number}`)), `hint ${number}`);
    assert.match(await reader.live.locator('.wp-status').innerText(), new RegExp(String(number)), 'the status region says which hint is shown');
  }
  t.figure(`${item.hints} of ${item.id}`);
});
