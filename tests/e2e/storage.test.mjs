// Where nothing can be stored the quiz works all the same, and says honestly that the answers are not saved.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { leadership, test } from './harness/test.mjs';
import { open, PLACES, Reader } from './harness/reader.mjs';

const REFUSALS = {
  'throws SecurityError': "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); }",
  'fails with UnknownError': "IDBFactory.prototype.open = () => { const request = new EventTarget(); setTimeout(() => { const event = new Event('error'); request.onerror?.(event); }); return request; }",
  'is missing': "Object.defineProperty(window, 'indexedDB', { value: undefined })",
  'never answers': 'IDBFactory.prototype.open = () => new EventTarget()',
};

for (const [words, script] of Object.entries(REFUSALS)) {
  test(`when storage ${words}, all questions can be answered and the words say that nothing is saved`, async t => {
    const quiz = leadership(), plan = quiz.plan();
    const page = await t.page({}, script);
    const reader = await (await open(page, await t.site(), 'page', quiz)).alive();
    await reader.answer(plan.get(await reader.item()));
    const saved = reader.live.locator('.wp-saved', { hasText: /not saved/i });
    await saved.waitFor({ timeout: 4000 });
    const said = await saved.innerText();
    await reader.next();
    await reader.answerAll(plan);
    const { raw, max } = await reader.score();
    assert.deepEqual({ raw, max }, quiz.score(plan));
    assert.deepEqual(page.problems, []);
    t.figure(`"${said}"`);
  });
}

test('in a sandboxed frame without an origin the quiz works and says that nothing is saved', async t => {
  const quiz = leadership(), plan = quiz.plan();
  const folder = t.folder();
  fs.writeFileSync(`${folder}/index.html`, '<!doctype html><html lang="en"><title>Host</title><iframe title="Quiz" sandbox="allow-scripts" src="/course/w/leadership/" width="700" height="900"></iframe></html>');
  const site = await t.site([], { '/host/': folder });
  const page = await t.page();
  await page.goto(`${site.origin}/host/`);
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
  const reader = new Reader(page, frame, quiz);
  // The published headers allow the frame's fetch, whose origin is opaque.
  await reader.alive();
  await reader.answer(plan.get(await reader.item()));
  await reader.live.locator('.wp-saved', { hasText: /not saved/i }).waitFor({ timeout: 4000 });
  t.figure('runs, not saved');
});

test('two tabs on one quiz share the journal and lose no answer', async t => {
  const quiz = leadership(), plan = quiz.plan();
  const page = await t.page();
  const site = await t.site();
  const other = await page.context().newPage();
  const one = await (await open(page, site, 'page', quiz)).alive();
  const two = await (await open(other, site, 'page', quiz)).alive();
  await page.bringToFront();
  await one.answer(plan.get(quiz.items[0].id));
  await one.next();
  await one.answer(plan.get(quiz.items[1].id));
  await other.bringToFront();
  await two.answer(plan.get(quiz.items[0].id));
  await other.waitForTimeout(500);
  const entries = (await two.journal()).map(record => JSON.parse(record));
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, 'every entry once');
  const commits = entries.filter(({ action }) => action.commit).map(({ action }) => action.commit.item);
  assert.deepEqual([...new Set(commits)].sort(), [quiz.items[0].id, quiz.items[1].id].sort(), 'both tabs are in the journal');
  await page.reload();
  const back = await (await open(page, site, 'page', quiz)).alive();
  t.figure(`${entries.length} entries; back on ${await back.item()}`);
});
