// The mail: what mail programs can show of it, and that a link in it picks an answer without giving it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { caniemail } from 'caniemail';
import { built, shipped } from './harness/build.mjs';
import { at } from './harness/reader.mjs';
import { bare } from './harness/quiz.mjs';
import { leadership, ROOT, test } from './harness/test.mjs';

/** What may be missing, by client: nothing of it keeps a mail from being read or answered. */
const ALLOWED = {
  // Yahoo turns `height` into `min-height`; what is found here is `line-height`, which it leaves alone.
  'yahoo.desktop-webmail': ['height property'],
  'yahoo.ios': ['height property'],
  'yahoo.android': ['height property'],
  // Left out there, it says less to screen readers and nothing else changes.
  'outlook.windows-mail': ['role attribute'],
};
const CLIENTS = ['gmail.*', 'apple-mail.*', 'outlook.*', 'yahoo.*'];

const file = (site, name) => fs.readFileSync(path.join(site.folder, 'w/leadership', name), 'utf8');
const answers = async page => (await page.evaluate(() => indexedDB.databases())).length && page.evaluate(() => new Promise(resolve => {
  indexedDB.open('waypost').onsuccess = ({ target }) => {
    const { result } = target;
    if (!result.objectStoreNames.contains('journal')) return resolve(0);
    result.transaction('journal').objectStore('journal').count().onsuccess = event => { result.close(); resolve(event.target.result); };
  };
}));

test('Gmail, Apple Mail, Outlook and Yahoo know everything a mail uses, but for what is known and harmless', async t => {
  const site = await built(t, shipped());
  let features = 0;
  for (const name of ['email.html', 'email-plain.html']) {
    const { issues } = caniemail({ clients: CLIENTS, html: file(site, name) });
    for (const [client, errors] of issues.errors) {
      const new_ = errors.map(error => error.title).filter(title => !ALLOWED[client]?.includes(title));
      assert.deepEqual(new_, [], `${name} in ${client}`);
      features += errors.length;
    }
  }
  t.figure(`${features} known findings, 0 others`);
});

test('a mail is readable and complete with images off, narrow, wide and in dark', async t => {
  const quiz = leadership(), [first] = quiz.items;
  const site = await built(t, shipped());
  const shots = path.join(ROOT, 'target/e2e/mail');
  fs.mkdirSync(shots, { recursive: true });
  for (const [width, images, colorScheme] of [[320, true, 'light'], [600, true, 'light'], [320, false, 'light'], [600, false, 'dark']]) {
    const page = await t.page({ viewport: { width, height: 700 }, colorScheme });
    if (!images) await page.route('**/*.png', route => route.abort());
    site.faults.splice(0, site.faults.length, { match: /mailbox/, status: 200, type: 'text/html; charset=utf-8', body: `<!doctype html><meta name="viewport" content="width=device-width"><body>${file(site, 'email.html')}` });
    await page.goto(`${site.origin}/mailbox`);
    const links = page.locator('td > a[href*="?a="]');
    const words = bare(await page.locator('table').innerText());
    for (const id of first.options) assert.ok(words.includes(quiz.text(`${first.id}.${id}/text`)), id);
    assert.equal(await links.count(), first.options.length);
    for (const box of await links.evaluateAll(all => all.map(link => link.getBoundingClientRect().height))) assert.ok(box >= 44, `a row is ${box} px high`);
    const picture = page.locator('img');
    assert.equal(bare(await picture.getAttribute('alt')), quiz.text(`${first.id}/prompt`));
    if (images) assert.equal(await picture.evaluate(image => image.naturalWidth), 720);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut off');
    await page.screenshot({ path: path.join(shots, `${width}-${images ? 'images' : 'plain'}-${colorScheme}.png`), fullPage: true });
  }
  t.figure('4 looks in target/e2e/mail');
});

test('a link in a mail picks an answer; it counts once the reader checks it, and says that it came by mail', async t => {
  const quiz = leadership(), [first] = quiz.items;
  const site = await built(t, shipped());
  const chosen = quiz.right(first.id)[0];
  const link = file(site, 'email.txt').split(/\s+/).find(word => word.includes(`?a=${first.id}.${chosen}&`));
  const page = await t.page();
  await page.goto(link);
  const reader = await at(page, 'page', quiz);
  const picked = reader.input(chosen, reader.static);
  await page.waitForFunction(() => document.querySelector('.wp').dataset.state === 'asked');
  assert.ok(await picked.isChecked());
  await page.locator('.wp-asked', { hasText: /nothing is recorded before/i }).waitFor();
  await page.mouse.move(300, 300);
  await page.waitForTimeout(1500);
  assert.equal(await reader.live.count(), 0, 'the player waits for the reader');
  assert.ok(!page.url().includes('a='), `the answer is gone from ${page.url()}`);
  assert.ok(page.url().includes('utm_source='), 'where the reader came from stays');
  assert.equal(await answers(page), 0);

  await reader.act('check', reader.static).click();
  await reader.live.locator('.wp-feedback .wp-verdict').waitFor();
  assert.equal(await page.locator('.wp-asked').isVisible(), false);
  const entries = (await reader.journal()).map(record => JSON.parse(record));
  const commit = entries.find(({ action }) => action.commit);
  assert.deepEqual(commit.action.commit.response.options, [chosen]);
  assert.equal(commit.via, 'email');
  assert.deepEqual(page.problems, []);

  // Who comes back by another link of the mail finds what they left.
  await page.goto(link.replaceAll(`${first.id}.${chosen}`, `${first.id}.${quiz.wrong(first.id)[0]}`));
  const back = await (await at(page, 'page', quiz)).alive();
  await back.live.locator('.wp-feedback .wp-verdict').waitFor();
  assert.equal((await back.journal()).length, entries.length);
});

test('another answer than the one of the mail is one pick away', async t => {
  const quiz = leadership(), [first] = quiz.items;
  const site = await built(t, shipped());
  const [wrong] = quiz.wrong(first.id), [right] = quiz.right(first.id);
  const page = await t.page();
  await page.goto(`${site.base}w/leadership/?a=${first.id}.${wrong}`);
  const reader = await at(page, 'page', quiz);
  await page.waitForFunction(() => document.querySelector('.wp').dataset.state === 'asked');
  await reader.option(right, reader.static).locator('label').click();
  await reader.alive();
  assert.deepEqual(await reader.picked(), [right]);
});

test('a robot that opens every link, runs scripts and clicks by script gives no answer and asks nobody', async t => {
  const site = await built(t, shipped());
  const links = [...new Set(file(site, 'email.txt').match(/http\S+/g))];
  const page = await t.page();
  const foreign = [];
  page.on('request', request => { if (!request.url().startsWith(site.origin)) foreign.push(request.url()); });
  for (const link of [...links, `${site.base}w/leadership/?a=nothing.here`, `${site.base}w/leadership/?a=`, `${site.base}w/leadership/?a="]x.y`]) {
    await page.goto(link);
    if (link.includes('?a=flat')) {
      await page.evaluate(() => {
        for (const control of document.querySelectorAll('.wp button, .wp input:checked')) {
          control.click();
          control.dispatchEvent(new Event('change', { bubbles: true }));
        }
      });
    }
    await page.waitForTimeout(300);
    assert.equal(await answers(page), 0, link);
  }
  assert.deepEqual(foreign, []);
  t.figure(`${links.length} links opened, 0 answers`);
});

test('a feed keeps question and links before the frame, and in the element', async t => {
  const quiz = leadership(), [first] = quiz.items;
  const site = await built(t, shipped());
  const page = await t.page();
  site.faults.push({ match: /feedreader/, status: 200, type: 'text/html; charset=utf-8', body: file(site, 'feed.html').replace(/<iframe.*<\/iframe>/s, '').replace(/ style="[^"]*"/g, '') });
  await page.goto(`${site.origin}/feedreader`);
  const words = bare(await page.locator('body').innerText());
  for (const key of [`${first.id}/prompt`, ...first.options.map(id => `${first.id}.${id}/text`)]) assert.ok(words.includes(quiz.text(key)), key);
  assert.ok(await page.locator('a[href^="http"]').count() > first.options.length);
});
