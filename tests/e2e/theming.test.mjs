// Looks: the author's theme, what a host page sets on an element, and paper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { built, shipped } from './harness/build.mjs';
import { bare } from './harness/quiz.mjs';
import { at, Reader } from './harness/reader.mjs';
import { leadership, test } from './harness/test.mjs';

const style = (locator, property) => locator.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test("the author's theme colors widgets and pages, in light and in dark", async t => {
  const site = await built(t, shipped('[theme]\naccent = "#6b21a8"\nradius = "2px"\n[theme.dark]\naccent = "#c4a1f0"'), { knows: false });
  for (const [colorScheme, accent] of [['light', 'rgb(107, 33, 168)'], ['dark', 'rgb(196, 161, 240)']]) {
    const page = await t.page({ colorScheme });
    await page.goto(`${site.base}w/leadership/`);
    const reader = await (await at(page, 'page', leadership())).alive();
    await reader.live.locator('.wp-option label').first().click();
    assert.equal(await style(reader.act('check'), 'background-color'), accent);
    assert.equal(await style(reader.live, 'border-top-left-radius'), '2px');
    await page.goto(`${site.base}index.html`);
    assert.equal(await style(page.locator('.call .button'), 'background-color'), accent);
    assert.deepEqual(page.problems, []);
  }
});

test('a host page sets colors and parts of an element, and its scheme', async t => {
  const folder = t.folder();
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><title>Host</title>
    <style>waypost-widget { --waypost-accent: rgb(1, 2, 3) } waypost-widget::part(button) { text-transform: uppercase } waypost-widget::part(question) { font-style: italic }</style>
    <waypost-widget src="/course/w/leadership/" theme="dark"><p>Loading</p></waypost-widget><script defer src="/course/p/v1/embed.js"></script></html>`);
  const site = await t.site([], { '/host/': folder });
  const page = await t.page({ colorScheme: 'light' });
  await page.goto(`${site.origin}/host/`);
  const reader = await new Reader(page, page, leadership(), 'waypost-widget').alive();
  await reader.live.locator('.wp-option label').first().click();
  assert.equal(await style(reader.act('check'), 'background-color'), 'rgb(1, 2, 3)');
  assert.equal(await style(reader.act('check'), 'text-transform'), 'uppercase');
  assert.equal(await style(reader.live.locator('.wp-stem'), 'font-style'), 'italic');
  assert.equal(await style(reader.live, 'color-scheme'), 'dark');
  const named = await reader.live.evaluate(root => [...new Set([...root.querySelectorAll('[part]'), root].map(element => element.getAttribute('part')))].sort());
  for (const part of ['root', 'question', 'option', 'button', 'note']) assert.ok(named.includes(part), `${part} of ${named}`);
});

test('on paper the page has every question with its answers, also while the player runs', async t => {
  const quiz = leadership();
  const page = await t.page();
  await page.goto(`${(await t.site()).origin}/course/w/leadership/`);
  const reader = await (await at(page, 'page', quiz)).alive();
  await page.emulateMedia({ media: 'print' });
  const shown = bare(await page.locator('main').innerText());
  let texts = 0;
  for (const item of quiz.items) {
    for (const key of [`${item.id}/prompt`, `${item.id}/explanation`, ...item.options.map(id => `${item.id}.${id}/text`)]) {
      assert.ok(shown.includes(quiz.text(key)), key);
      texts += 1;
    }
  }
  assert.equal(await reader.live.isVisible(), false);
  t.figure(`${texts} texts`);
});
