// Wherever a browser stores nothing, or not where one expects it: the whole quiz works, one line says so, and a link goes on elsewhere.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { leadership, test } from './harness/test.mjs';
import { ownBrowser } from './harness/browser.mjs';
import { serve } from './harness/server.mjs';
import { open, Reader } from './harness/reader.mjs';

/** A page of another site with the widget in a frame; `localhost` and `127.0.0.1` are two sites. */
async function framed(t, site, attributes = '') {
  const folder = t.folder();
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><title>Host</title><iframe title="Quiz" ${attributes} src="${site.origin}/course/w/leadership/" width="700" height="900"></iframe></html>`);
  const host = await serve({ '/': folder });
  t.cleanup.push(() => host.close());
  return host.origin.replace('127.0.0.1', 'localhost');
}
async function enter(page, address, quiz) {
  await page.goto(address);
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
  return new Reader(page, frame, quiz).alive();
}

/** Answers everything; returns what the line below says then. */
async function journey(t, page, reader, quiz, said) {
  const plan = quiz.plan();
  await reader.answerAll(plan);
  const { raw, max } = await reader.score();
  assert.deepEqual({ raw, max }, quiz.score(plan));
  const saved = reader.live.locator('.wp-saved');
  await saved.filter({ hasText: said }).waitFor({ timeout: 4000 });
  assert.ok(await reader.scope.locator('.wp-aside:visible').count() <= 1, 'at most one line more');
  assert.equal(await reader.notice.count(), 0, 'no alarm');
  assert.deepEqual(page.problems ?? [], []);
  t.figure(`"${(await saved.innerText()).trim()}"`);
  return plan;
}

const REFUSED = "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); }";
const NOWHERE = /not saved/i;

test('a whole journey where storage is refused, and the link goes on in another browser', async t => {
  const quiz = leadership(), plan = quiz.plan(), site = await t.site();
  const page = await t.page({ permissions: ['clipboard-read', 'clipboard-write'] }, REFUSED);
  const reader = await (await open(page, site, 'page', quiz)).alive();
  const half = quiz.items.filter(({ id }) => plan.has(id)).slice(0, 3).map(({ id }) => id);
  while (await reader.item() !== half.at(-1)) { if (plan.has(await reader.item())) await reader.answer(plan.get(await reader.item())); await reader.next(); }
  await reader.answer(plan.get(half.at(-1)));
  const button = reader.scope.locator('.wp-aside').getByRole('button', { name: 'Copy a link to go on later' });
  await button.click();
  await reader.scope.locator('.wp-aside').getByRole('button', { name: 'Copied' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /\/w\/leadership\/#s=1\.[\w-]+$/);
  assert.ok(link.length < 8192);

  // The page's own address carries it: a reload loses nothing.
  await page.reload();
  const again = await new Reader(page, page, quiz).alive();
  assert.equal(await again.item(), half.at(-1));

  const other = await t.page();
  await other.goto(link);
  const there = await new Reader(other, other, quiz).alive();
  assert.equal(await there.item(), half.at(-1));
  assert.deepEqual((await there.picked()).sort(), [...plan.get(half.at(-1))].sort());
  await there.next();
  await there.answerAll(plan);
  const { raw, max } = await there.score();
  assert.deepEqual({ raw, max }, quiz.score(plan));
  assert.equal(new URL(other.url()).hash, '', 'the link is taken out of the address once it is stored');
  t.figure(`a link of ${link.length} characters for ${half.length} answers`);
});

test('a link asks before it replaces what is here, and either choice is kept', async t => {
  const quiz = leadership(), plan = quiz.plan(), site = await t.site(), first = quiz.items[0].id;
  const from = await t.page({}, REFUSED);
  const reader = await (await open(from, site, 'page', quiz)).alive();
  await reader.answer(quiz.wrong(first));
  await reader.next();
  await from.waitForFunction(() => location.hash.startsWith('#s=1.'));
  const link = from.url();
  for (const [choice, answer] of [['Keep what is here', plan.get(first)], ['Go on with the link', quiz.wrong(first)]]) {
    const page = await t.page();
    const own = await (await open(page, site, 'page', quiz)).alive();
    await own.answer(plan.get(first));
    await own.live.locator('.wp-saved', { hasText: /saved/i }).waitFor();
    await page.goto('about:blank');
    await page.goto(link);
    const back = await new Reader(page, page, quiz).alive();
    const aside = page.locator('.wp-aside');
    await aside.getByRole('button', { name: choice }).click();
    await aside.waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    await page.goto('about:blank');
    await page.goto(site.origin + '/course/w/leadership/');
    const later = await new Reader(page, page, quiz).alive();
    const commits = (await later.journal()).map(record => JSON.parse(record)).filter(({ action }) => action.commit);
    assert.deepEqual(commits.at(-1).action.commit.response.options ?? [], [...answer].sort(), choice);
    assert.ok(commits.some(({ action }) => JSON.stringify(action.commit.response.options) === JSON.stringify([...plan.get(first)].sort())), 'nothing is overwritten');
    assert.ok(back);
  }
});

test('links that are cut, changed or far too long are refused in one sentence and do no harm', async t => {
  const quiz = leadership(), site = await t.site();
  const from = await t.page({}, REFUSED);
  const reader = await (await open(from, site, 'page', quiz)).alive();
  await reader.answer(quiz.wrong(quiz.items[0].id));
  await from.waitForFunction(() => location.hash.startsWith('#s=1.'));
  const link = from.url();
  const bomb = await from.evaluate(async () => {
    const zeros = new Blob([new Uint8Array(1_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(zeros).arrayBuffer());
    return btoa(String.fromCharCode(0, 0, 0, 0, ...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  });
  const at = link.indexOf('#s=1.') + 30;
  const bad = [link.slice(0, -10), link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1), `${link.split('#')[0]}#s=1.${'A'.repeat(9000)}`, `${link.split('#')[0]}#s=1.${bomb}`, `${link.split('#')[0]}#s=1.%%%`, `${link.split('#')[0]}#s=1.`];
  for (const address of bad) {
    const page = await t.page();
    await page.goto(address);
    await page.locator('.wp-aside', { hasText: 'damaged or too long' }).waitFor();
    const here = await new Reader(page, page, quiz).alive();
    assert.equal(await here.item(), quiz.items[0].id);
    await here.answer(quiz.right(quiz.items[0].id));
    assert.deepEqual(page.problems, []);
    await page.close();
  }
  t.figure(`${bad.length} of ${bad.length} refused`);
});

test('a whole journey in a sandboxed frame without an origin', async t => {
  const quiz = leadership(), site = await t.site(), page = await t.page();
  const reader = await enter(page, await framed(t, site, 'sandbox="allow-scripts"'), quiz);
  await journey(t, page, reader, quiz, NOWHERE);
  const button = reader.scope.locator('.wp-aside button');
  await button.click();
  // Such a frame may not reach the clipboard: the link stands there instead.
  const link = await reader.scope.locator('.wp-aside input').inputValue();
  assert.match(link, /#s=1\./);
});

test('a whole journey in a frame of another site whose storage is blocked', async t => {
  const quiz = leadership(), site = await t.site(), page = await t.page();
  const reader = await enter(page, await framed(t, site), quiz);
  await journey(t, page, reader, quiz, NOWHERE);
});

test('a whole journey in a frame of another site that has a storage of its own there', async t => {
  const quiz = leadership(), site = await t.site(), { context, kill } = await ownBrowser(t.folder());
  t.cleanup.push(kill);
  const page = await context.newPage(), address = await framed(t, site);
  page.setDefaultTimeout(10_000);
  const reader = await enter(page, address, quiz);
  await journey(t, page, reader, quiz, /saved/i);
  await (await enter(page, address, quiz)).live.locator('.wp-score').waitFor();
});

test('a whole journey where the storage is full', async t => {
  const quiz = leadership(), site = await t.site(), page = await t.page();
  const devtools = await page.context().newCDPSession(page);
  const reader = await (await open(page, site, 'page', quiz)).alive();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
  await journey(t, page, reader, quiz, NOWHERE);
});

test('a whole journey in a private window', async t => {
  const quiz = leadership(), site = await t.site(), page = await t.page();
  const reader = await (await open(page, site, 'page', quiz)).alive();
  await journey(t, page, reader, quiz, /saved/i);
});

test('a whole journey where the database never answers, or is of a newer version, which is left as it is', async t => {
  const quiz = leadership(), site = await t.site();
  const silent = await t.page({}, 'IDBFactory.prototype.open = () => new EventTarget()');
  await journey(t, silent, await (await open(silent, site, 'page', quiz)).alive(), quiz, NOWHERE);
  const page = await t.page();
  await page.goto(`${site.origin}/course/course.json`);
  const newer = () => page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('waypost', 9);
    request.onupgradeneeded = () => request.result.createObjectStore('of-the-future');
    request.onsuccess = () => { const { version, objectStoreNames } = request.result; request.result.close(); resolve([version, ...objectStoreNames]); };
    request.onerror = () => reject(request.error);
  }));
  await newer();
  await journey(t, page, await (await open(page, site, 'page', quiz)).alive(), quiz, NOWHERE);
  assert.deepEqual(await newer(), [9, 'of-the-future']);
});

test('a database that answers late gets all that was answered before', async t => {
  const quiz = leadership(), plan = quiz.plan(), site = await t.site();
  const page = await t.page({}, `const open = IDBFactory.prototype.open; IDBFactory.prototype.open = function (...all) {
    const request = new EventTarget(); setTimeout(() => {
      const real = open.apply(this, all);
      for (const type of ['upgradeneeded', 'success', 'error', 'blocked']) real.addEventListener(type, event => { Object.defineProperty(request, 'result', { get: () => real.result, configurable: true }); request['on' + type]?.(event); });
    }, 4000); return request; }`);
  const reader = await (await open(page, site, 'page', quiz)).alive();
  const items = [];
  for (let i = 0; i < 2; i++) { items.push(await reader.item()); await reader.answer(plan.get(items[i])); await reader.next(); }
  await page.waitForTimeout(4500);
  items.push(await reader.item());
  await reader.answer(plan.get(items[2]));
  await reader.live.locator('.wp-saved', { hasText: /saved on/i }).waitFor();
  const stored = await page.evaluate(() => new Promise(resolve => {
    const name = 'waypost', request = indexedDB.open(name);
    request.onsuccess = () => { request.result.transaction('journal').objectStore('journal').getAll().onsuccess = ({ target }) => resolve(target.result.map(({ entry }) => JSON.parse(entry))); };
  }));
  assert.deepEqual(stored.filter(({ action }) => action.commit).map(({ action }) => action.commit.item), items);
});
