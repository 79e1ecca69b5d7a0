// Fifty widgets on one page share one WASM instance, and each can be answered.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { leadership, test } from './harness/test.mjs';
import { Reader, watched } from './harness/reader.mjs';

const COUNT = 50;
const elements = Array.from({ length: COUNT }, (_, i) => `<p>Between the widgets stands prose.</p><waypost-widget id="w${i}" src="/course/w/leadership/"><a href="/course/w/leadership/">The quiz</a></waypost-widget>`);
const hostPage = body => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Many</title><main>${body}</main><script defer src="/course/p/v1/embed.js"></script></html>`;

test(`${COUNT} widgets on one page share one WASM instance and are all answered`, async t => {
  const quiz = leadership(), first = quiz.items[0].id;
  const folder = t.folder();
  fs.writeFileSync(path.join(folder, 'index.html'), hostPage(elements.join('')));
  const site = await t.site([], { '/many/': folder });
  const page = await t.page();
  const begun = Date.now();
  await page.goto(`${site.origin}/many/`);
  for (let i = 0; i < COUNT; i++) {
    const reader = new Reader(page, page, quiz, `#w${i}`);
    await page.locator(`#w${i}`).scrollIntoViewIfNeeded();
    await reader.alive();
    const chosen = i % 2 ? quiz.right(first) : quiz.wrong(first);
    await reader.answer(chosen);
    assert.equal(await reader.live.locator('.wp-feedback .wp-verdict').first().getAttribute('data-verdict'), quiz.verdict(first, chosen), `widget ${i}`);
  }
  const { instances } = await watched(page);
  assert.equal(instances, 1, 'WASM instances');
  assert.equal(site.count(/\.wasm$/), 1, 'downloads of the WASM');
  const ids = await page.evaluate(() => {
    const names = [...document.querySelectorAll('waypost-widget')].flatMap(widget => [...widget.shadowRoot.querySelectorAll('[id]')].map(element => element.id));
    return names.length - new Set(names).size;
  });
  assert.equal(ids, 0, 'DOM ids are unique over all widgets');
  assert.deepEqual(page.problems, []);
  t.figure(`1 instance, 1 download, ${COUNT} answered in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
});

test('a widget that is moved in the page keeps its answers, and one that is removed leaves the others running', async t => {
  const quiz = leadership(), first = quiz.items[0].id;
  const folder = t.folder();
  fs.writeFileSync(path.join(folder, 'index.html'), hostPage(elements.slice(0, 3).join('')));
  const page = await t.page();
  const site = await t.site([], { '/many/': folder });
  await page.goto(`${site.origin}/many/`);
  const readers = [0, 1, 2].map(i => new Reader(page, page, quiz, `#w${i}`));
  for (const [i, reader] of readers.entries()) { await page.locator(`#w${i}`).scrollIntoViewIfNeeded(); await reader.alive(); await reader.answer(quiz.right(first)); }
  await page.evaluate(() => { document.querySelector('main').append(document.querySelector('#w0')); document.querySelector('#w1').remove(); });
  await page.locator('#w0').scrollIntoViewIfNeeded();
  await readers[0].alive();
  await readers[0].live.locator('.wp-feedback .wp-verdict').first().waitFor();
  await page.locator('#w2').scrollIntoViewIfNeeded();
  await readers[2].next();
  assert.equal(await readers[2].item(), quiz.items[1].id);
  assert.deepEqual(page.problems, []);
});
