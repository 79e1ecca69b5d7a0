// The page in one file works where nothing can be fetched: opened from a folder, and in frames without an origin of their own.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, shipped } from './harness/build.mjs';
import { at, Reader, watched } from './harness/reader.mjs';
import { DIST, leadership, test } from './harness/test.mjs';

/** Answers everything, some of it wrong, up to a score out of all points. */
async function journey(reader, quiz) {
  const plan = quiz.plan();
  await reader.alive();
  await reader.answerAll(plan);
  const { raw, max } = await reader.score();
  assert.equal(max, quiz.score(plan).max);
  assert.ok(raw > 0 && raw < max, `${raw} of ${max}`);
}

/** What the page and its frames found wrong with their policy. */
async function clean(page) {
  const { violations } = await watched(page);
  assert.deepEqual(violations, []);
  assert.deepEqual(page.problems, []);
}

test('the single file opened from a folder runs a whole journey, by its own address and by that of the page', async t => {
  const quiz = leadership();
  const folder = t.folder();
  fs.cpSync(path.join(DIST, 'course'), folder, { recursive: true });
  const file = name => pathToFileURL(path.join(folder, 'w/leadership', name)).href;
  const page = await t.page();
  await page.goto(file('single.html'));
  await journey(await at(page, 'page', quiz), quiz);
  await clean(page);

  // Alone in an empty folder, as it comes out of a zip.
  const alone = t.folder();
  fs.copyFileSync(path.join(folder, 'w/leadership/single.html'), path.join(alone, 'quiz.html'));
  const zipped = await t.page();
  await zipped.goto(pathToFileURL(path.join(alone, 'quiz.html')).href);
  await journey(await at(zipped, 'page', quiz), quiz);
  await clean(zipped);

  const other = await t.page();
  await other.goto(file('index.html'));
  await other.waitForURL(/single\.html$/);
  await (await at(other, 'page', quiz)).alive();
  t.figure(`${Math.round(fs.statSync(path.join(folder, 'w/leadership/single.html')).size / 1024)} KiB`);
});

for (const [words, name, sandbox] of [
  ['the single file in a sandboxed frame without an origin', 'single.html', 'allow-scripts'],
  ['the page in a sandboxed frame of a host that sends no CORS headers becomes the single file and', 'index.html?theme=dark', 'allow-scripts'],
  ['the page in a sandboxed frame with its origin', 'index.html', 'allow-scripts allow-same-origin'],
]) {
  test(`${words} runs a whole journey and breaks no policy`, async t => {
    const quiz = leadership();
    const host = t.folder();
    const site = await built(t, shipped(), { mounts: { '/host/': host }, knows: false });
    fs.writeFileSync(path.join(host, 'index.html'), `<!doctype html><html lang="en"><title>Host</title><iframe title="Quiz" sandbox="${sandbox}" src="/site/w/leadership/${name}" width="700" height="1000"></iframe></html>`);
    const page = await t.page();
    await page.goto(`${site.origin}/host/`);
    const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
    if (name.includes('?')) await frame.waitForURL(/single\.html\?theme=dark$/);
    await journey(new Reader(page, frame, quiz), quiz);
    const { violations } = await watched(page);
    assert.deepEqual(violations, []);
    // A refused fetch is the browser's own message, and what tells the page that it must become the single file; so is its view of sandboxes.
    assert.deepEqual(page.problems.filter(text => !/blocked by CORS policy|net::ERR_FAILED|preload|can escape its sandboxing/.test(text)), []);
    t.figure(new URL(frame.url()).pathname.split('/').pop());
  });
}

test('an address asks for a scheme, a fixed height and no border', async t => {
  const quiz = leadership();
  const site = await t.site();
  const page = await t.page({ viewport: { width: 500, height: 400 } });
  await page.goto(`${site.origin}/course/w/leadership/?theme=dark&layout=fixed&chrome=none`);
  await (await at(page, 'page', quiz)).alive();
  const seen = await page.evaluate(() => {
    const main = document.querySelector('main'), box = getComputedStyle(document.querySelector('[data-surface=live]'));
    return { scheme: box.colorScheme, height: main.clientHeight, scrolls: main.scrollHeight > main.clientHeight, tab: main.tabIndex, border: box.borderTopWidth, ground: box.backgroundColor };
  });
  assert.deepEqual(seen, { scheme: 'dark', height: 400, scrolls: true, tab: 0, border: '0px', ground: 'rgba(0, 0, 0, 0)' });
});
