// Before the WASM is there: what a reader does at once is kept, and marked when the player arrives.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { leadership, test } from './harness/test.mjs';
import { at, open, PLACES, Reader } from './harness/reader.mjs';

const SLOW = { match: /\.wasm$/, delay: 5000 };

/** Picks on the prerendered surface as soon as it is there. */
async function early(page, site, place, quiz) {
  const reader = await open(page, site, place, quiz);
  const first = quiz.items[0].id, chosen = quiz.wrong(first);
  await reader.option(chosen[0], reader.static).locator('label').click();
  const at = Date.now();
  assert.ok(await reader.input(chosen[0], reader.static).isChecked(), 'the pick counts at once');
  assert.equal(await reader.live.count(), 0, 'the player is not there yet');
  return { reader, first, chosen, at };
}

for (const place of ['post', 'lesson']) {
  test(`a pick made 5 s before the WASM on ${PLACES[place].about} is kept, with the focus, and marked when checked`, async t => {
    const quiz = leadership();
    const page = await t.page();
    const { reader, first, chosen, at } = await early(page, await t.site([SLOW]), place, quiz);
    await reader.alive();
    t.figure(`${((Date.now() - at) / 1000).toFixed(1)} s before the player`);
    assert.ok(Date.now() - at > 3500, 'the pick really came early');
    assert.deepEqual(await reader.picked(), chosen);
    const focus = await reader.focus();
    assert.deepEqual([focus.surface, focus.value], ['live', chosen[0]], 'the focus is on the same option');
    await reader.act('check').click();
    await reader.live.locator('.wp-feedback .wp-verdict').waitFor();
    assert.ok((await reader.shown()).includes(quiz.text(`${first}.${chosen[0]}/feedback`)));
    assert.deepEqual(page.problems, []);
  });

  test(`Check pressed before the WASM on ${PLACES[place].about} is answered when the player arrives`, async t => {
    const quiz = leadership();
    const page = await t.page();
    const { reader, first, chosen } = await early(page, await t.site([SLOW]), place, quiz);
    await reader.act('check', reader.static).first().click();
    await reader.alive();
    const verdict = reader.live.locator('.wp-feedback .wp-verdict').first();
    await verdict.waitFor({ timeout: 2000 });
    assert.equal(await verdict.getAttribute('data-verdict'), quiz.verdict(first, chosen));
    assert.ok((await reader.focus()).surface === 'live', 'the focus moved along');
    assert.deepEqual((await reader.journal()).map(record => Object.keys(JSON.parse(record).action)[0]), ['start', 'draft', 'commit']);
    t.figure('start, draft, commit');
  });
}

test('a pick made before the WASM outlives a reload that comes before the WASM', async t => {
  const quiz = leadership();
  const page = await t.page();
  const site = await t.site([SLOW]);
  const { reader, chosen } = await early(page, site, 'page', quiz);
  await reader.frame.waitForFunction(() => indexedDB.databases().then(all => all.length));
  await page.waitForTimeout(300);
  site.faults.length = 0;
  await page.reload({ waitUntil: 'commit' });
  const again = await (await at(page, 'page', quiz)).alive();
  assert.deepEqual(await again.picked(), chosen);
});

test('a pick changed while the player loads is the last one made', async t => {
  const quiz = leadership(), first = quiz.items[0];
  const page = await t.page();
  const reader = await open(page, await t.site([{ match: /\.wasm$/, delay: 2500 }]), 'page', quiz);
  for (const id of [...first.options, first.options[1]]) await reader.option(id, reader.static).locator('label').click();
  await reader.alive();
  assert.deepEqual(await reader.picked(), [first.options[1]]);
});

test('a frame that is seen and left before its scripts are there uses what was fetched for it', async t => {
  const page = await t.page();
  const site = await t.site([{ match: /shell\.js$/, delay: 1500 }]);
  await page.goto(site.origin + PLACES.post.path);
  await page.locator('iframe').last().scrollIntoViewIfNeeded();
  const wasm = () => site.requests.some(({ path }) => path.endsWith('.wasm'));
  for (let waited = 0; !wasm() && waited < 5000; waited += 50) await page.waitForTimeout(50);
  assert.ok(wasm(), 'it was seen');
  await page.evaluate(() => scrollTo(0, 0));
  // The browser waits some seconds before it complains.
  await page.waitForTimeout(8000);
  assert.deepEqual(page.problems, []);
});

/** A page so busy that it hears of two changes of what is in sight at once, the older one first. */
const BUSY = `window.IntersectionObserver = class extends IntersectionObserver {
  constructor(hear, options) {
    super((changes, observer) => hear([{ isIntersecting: false, intersectionRatio: 0 }, ...changes], observer), options);
  }
};`;

for (const place of ['post', 'lesson']) test(`on a busy page the player comes at the first sight of the quiz on ${PLACES[place].about}`, async t => {
  const page = await t.page({}, BUSY);
  const reader = await open(page, await t.site(), place, leadership());
  await reader.live.waitFor();
  assert.deepEqual(page.problems, []);
});

/** A page with frames far below what is in sight, which its author did not make lazy. */
const below = (src, count) => `<!doctype html><html lang="en"><title>Host</title><p style="height:5000px">Prose.</p>${`<iframe title="Quiz" style="display:block;height:1200px" src="${src}"></iframe>`.repeat(count)}</html>`;

for (const [count, words] of [[1, 'a lonely frame has its player ready before it is seen'], [2, 'of several frames none loads its player before it is seen']]) test(words, async t => {
  const folder = t.folder(), quiz = leadership();
  fs.writeFileSync(path.join(folder, 'index.html'), below('/course/w/leadership/', count));
  const site = await t.site([], { '/host/': folder }), page = await t.page();
  await page.goto(`${site.origin}/host/`);
  // The browser waits some seconds before it complains of what was fetched and not used.
  await page.waitForTimeout(7000);
  assert.equal(site.count(/\.wasm$/), count === 1 ? 1 : 0);
  const frame = page.frames()[1], reader = new Reader(page, frame, quiz);
  assert.equal(await reader.live.count(), 0, 'nobody has seen it');
  await page.locator('iframe').first().scrollIntoViewIfNeeded();
  await reader.live.waitFor();
  assert.equal(site.count(/\.wasm$/), 1);
  assert.deepEqual(page.problems, []);
});
