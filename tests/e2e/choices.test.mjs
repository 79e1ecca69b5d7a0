// Quizzes of nothing but choices have a smaller program. A reader must not notice; a page must not load both.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { leadership, other, test } from './harness/test.mjs';
import { open, Reader } from './harness/reader.mjs';

/** The programs a site was asked for, each once. */
const programs = site => [...new Set(site.requests.flatMap(({ path }) => path.match(/(\w+)-\w+\.wasm$/)?.[1] ?? []))];

/** The page around a quiz as an element, as an author pastes it anywhere. */
const host = quiz => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Host</title><waypost-widget src="${quiz.base}w/${quiz.id}/"></waypost-widget><script defer src="/course/p/v1/embed.js"></script></html>`;

for (const how of ['keyboard', 'tap']) test(`a quiz of nothing but choices is taken in its smaller program, by ${how}, and the score is right`, async t => {
  const quiz = other('choices'), plan = quiz.plan();
  const site = await t.site(), page = await t.page(how === 'tap' ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : {});
  const reader = await (await open(page, site, 'page', quiz)).alive();
  await reader.answerAll(plan, how);
  const { raw, max, text } = await reader.score();
  assert.deepEqual({ raw, max }, quiz.score(plan), `"${text}"`);
  assert.deepEqual(programs(site), ['choices']);
  assert.deepEqual(page.problems, []);
  t.figure(`"${text}"`);
});

test('what was answered in the smaller program is there in the one for every kind, and the other way round', async t => {
  const quiz = other('choices'), plan = quiz.plan();
  const folder = t.folder();
  fs.writeFileSync(path.join(folder, 'index.html'), host(quiz));
  const site = await t.site([], { '/host/': folder }), page = await t.page();
  const small = await (await open(page, site, 'page', quiz)).alive();
  const first = await small.item();
  await small.answer(plan.get(first));
  await small.next();
  const [left, order] = [await small.item(), await small.options()];

  await page.goto(`${site.origin}/host/`);
  const whole = await new Reader(page, page, quiz).alive();
  assert.deepEqual(programs(site), ['choices', 'quiz']);
  assert.deepEqual([await whole.item(), await whole.options()], [left, order], 'the same question, its options in the same order');
  await whole.answerAll(plan);
  const { text } = await whole.score();

  await page.goto(`${site.origin}${quiz.base}w/${quiz.id}/`);
  const back = await new Reader(page, page, quiz).alive();
  assert.equal((await back.score()).text, text);
  t.figure(`"${text}"`);
});

test('a quiz with other kinds is taken in the program for every kind', async t => {
  const site = await t.site();
  await (await open(await t.page(), site, 'page', leadership())).alive();
  assert.deepEqual(programs(site), ['quiz']);
});
