// What a reader takes along from a result: text, a link, a file, dates, paper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { bare } from './harness/quiz.mjs';
import { leadership, other, ROOT, test } from './harness/test.mjs';
import { open, Reader } from './harness/reader.mjs';

/** A finished sitting with everything folded out. */
async function finished(t, quiz, place = 'page') {
  const page = await t.page({}, 'window.__printed = 0; window.print = () => { window.__printed += 1; };');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const site = await t.site();
  const reader = await (await open(page, site, place, quiz)).alive();
  const plan = quiz.plan();
  await reader.answerAll(plan);
  await reader.live.locator('.wp-keep > summary').click();
  return { page, site, reader, plan };
}

const copied = async reader => {
  await reader.live.locator('.wp-status', { hasText: 'Copied' }).waitFor();
  return reader.frame.evaluate(() => navigator.clipboard.readText());
};
const downloaded = async (page, act) => {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), 'utf8') };
};

test('the result is copied as text: title, points, every question with the answer', async t => {
  const quiz = leadership();
  const { page, reader, plan } = await finished(t, quiz);
  const { text: score } = await reader.score();
  await reader.act('copy').click();
  const text = bare(await copied(reader));
  assert.ok(text.startsWith(bare(quiz.bundle.title)) && text.includes(bare(score).replace(/\.$/, '')), text.slice(0, 120));
  for (const id of plan.keys()) assert.ok(text.includes(quiz.text(`${id}/prompt`)), `${id} is in the text`);
  assert.deepEqual(page.problems, []);
});

for (const place of ['page', 'lesson']) {
  test(`a link from ${place === 'page' ? 'the widget\'s page' : 'the lesson'} shows somebody else the same result to read, and their own turn`, async t => {
    const quiz = leadership();
    const { reader, site, plan } = await finished(t, quiz, place);
    const { text: score } = await reader.score();
    await reader.act('link').click();
    const link = await copied(reader);
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/course\/w\/leadership\/#r=1\./);
    const page = await t.page();
    await page.goto(link);
    const theirs = await new Reader(page, page, quiz).alive();
    assert.equal((await theirs.score()).text, score);
    const shown = await theirs.shown();
    assert.ok(shown.includes('sharedwithyou'), 'it says whose it is');
    for (const [id, chosen] of plan) if (quiz.verdict(id, chosen) !== 'right') assert.ok(shown.includes(quiz.text(`${id}/explanation`)), `${id} is explained`);
    assert.equal(await theirs.act('retry').count(), 0, 'nothing to change');
    await theirs.act('take').click();
    assert.equal(await theirs.item(), quiz.items[0].id);
    assert.deepEqual((await theirs.journal()).length, 0, 'looking on writes nothing down');
    assert.ok(site.origin);
    t.figure(`${link.split('#')[1].length} characters for ${plan.size} answers`);
  });
}

test('the result is a JSON file for other programs', async t => {
  const quiz = leadership();
  const { page, reader, plan } = await finished(t, quiz);
  const { name, text } = await downloaded(page, () => reader.act('result').click());
  const result = JSON.parse(text);
  assert.deepEqual([name, result.waypost, result.widget, result.revision], ['leadership.json', 'result 1', 'leadership', quiz.bundle.revision]);
  assert.deepEqual(result.answers.map(({ item }) => item).sort(), [...plan.keys()].sort());
  const { raw, max } = quiz.score(plan);
  assert.deepEqual([result.completed.result.score.raw, result.completed.result.score.max], [raw, max]);
});

test('the days to practice again are a calendar file without a word of the questions', async t => {
  const quiz = other('sure');
  const page = await t.page();
  const reader = await (await open(page, await t.site(), 'page', quiz)).alive();
  for (let id; (id = await reader.item()) !== null;) {
    const item = quiz.item(id);
    await reader.pick(quiz.right(id));
    if (item.marked) await reader.within('.wp-certainty label').nth(2).click();
    if (await reader.act('check').count()) await reader.check();
    await reader.next();
  }
  await reader.live.locator('.wp-keep > summary').click();
  const { name, text } = await downloaded(page, () => reader.act('remind').click());
  assert.equal(name, 'sure.ics');
  assert.ok(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n'));
  const days = [...text.matchAll(/DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/g)].map(([, y, m, d]) => (Date.UTC(y, m - 1, d) - Date.now()) / 86_400_000);
  assert.ok(days.length >= 1 && days.length <= 3 && days.every(day => day > 0 && day < 12), `in ${days} days`);
  for (const { id } of quiz.items) assert.ok(!bare(text).includes(quiz.text(`${id}/prompt`)), `${id} is not in it`);
  t.figure(`${days.length} days`);
});

test('paper gets a page to keep first, then the whole review, and no buttons', async t => {
  const quiz = leadership();
  const { page, reader, plan } = await finished(t, quiz);
  await reader.act('print').click();
  assert.equal(await page.evaluate(() => window.__printed), 1);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['button', '.wp-keep', '.wp-foot']) assert.equal(await reader.live.locator(`${hidden}:visible`).count(), 0, `${hidden} is not printed`);
  const shown = await reader.shown();
  for (const word of [quiz.bundle.title, 'Self-reported']) assert.ok(shown.includes(bare(word)), word);
  for (const id of plan.keys()) assert.ok(shown.includes(quiz.text(`${id}/explanation`)), `${id} is explained on paper, though it was folded`);
  const top = async what => (await reader.live.locator(what).first().boundingBox()).y;
  assert.ok(await top('.wp-certificate') < await top('.wp-score') && await top('.wp-score') < await top('.wp-review'), 'what to keep comes first');
  const pdf = await page.pdf({ format: 'A4' });
  fs.mkdirSync(path.join(ROOT, 'target/e2e'), { recursive: true });
  fs.writeFileSync(path.join(ROOT, 'target/e2e/result.pdf'), pdf);
  t.figure(`${Math.round(pdf.length / 1024)} KiB of PDF`);
});
