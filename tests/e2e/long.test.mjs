// A long quiz: most of its questions are one text to the browser until somebody has to read them in the page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './harness/programs.mjs';
import { test } from './harness/test.mjs';

const COUNT = 120;
const stem = i => `What is question ${i} of the long quiz about?`;
const question = (_, i) => `## ${stem(i + 1)} {#q${i + 1}}\n\n- [x] Of one thing {#a}\n- [ ] Of another {#b}\n\n> [!NOTE]\n> Explanation ${i + 1}.\n`;

/** A site with one long quiz. */
async function long(t, faults) {
  const folder = t.folder();
  const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
  write('course.toml', 'title = "Long"\nlang = "en"\norder = ["index.md", "long.md"]\n');
  write('index.md', '+++\nkind = "page"\nlayout = "lesson"\nembed = "element"\ntitle = "Long"\nlang = "en"\n+++\n\n[Take it](long.md)\n');
  write('long.md', `+++\nid = "long"\ntitle = "A long quiz"\nlang = "en"\n+++\n\n${Array.from({ length: COUNT }, question).join('\n')}`);
  return t.site(faults, { '/long/': await build(folder, path.join(folder, 'site')) });
}

const PLACES = { "the widget's own page": '/long/w/long/', 'a page with it as an element': '/long/' };

for (const [place, address] of Object.entries(PLACES)) {
  test(`a long quiz is whole to read when its player fails, in ${place}`, async t => {
    const page = await t.page();
    await page.goto((await long(t, [{ match: /\.wasm$/, status: 404 }])).origin + address);
    const widget = page.locator('.wp').first(), read = widget.locator('.wp-read');
    await read.nth(COUNT - 2).waitFor({ state: 'visible', timeout: 8000 });
    const shown = await widget.innerText();
    for (let i = 1; i <= COUNT; i++) assert.ok(shown.includes(stem(i)), `question ${i} is readable`);
    assert.equal(await read.count(), COUNT - 1, 'each once');
    // The numbers go on where they stopped.
    assert.deepEqual(await widget.locator('.wp-reads').evaluateAll(lists => lists.map(list => list.start)), [2, 61]);
  });

  test(`a long quiz is whole to read without JavaScript, in ${place}`, async t => {
    const page = await t.page({ javaScriptEnabled: false });
    await page.goto((await long(t)).origin + address);
    const widget = page.locator('.wp').first();
    await widget.waitFor();
    const shown = await widget.innerText();
    for (let i = 1; i <= COUNT; i++) assert.ok(shown.includes(stem(i)), `question ${i} is readable`);
  });
}

test('where scripts run, a long quiz is no larger a document than one of sixty questions', async t => {
  const page = await t.page();
  await page.goto((await long(t, [{ match: /\.wasm$/, delay: 5000 }])).origin + PLACES["the widget's own page"]);
  assert.equal(await page.locator('.wp-read').count(), 59);
});
