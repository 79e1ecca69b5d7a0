// The gallery: what to paste on each platform, a button that copies it, and what the platform leaves of it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { built, shipped } from './harness/build.mjs';
import { Reader } from './harness/reader.mjs';
import { leadership, test } from './harness/test.mjs';

/** By what a platform leaves: the preview's selector, and how its address ends. */
const LEFT = {
  frame: ['iframe:not([sandbox])', 'w/leadership/'],
  'frame-alone': ['iframe:not([sandbox])', 'w/leadership/'],
  'frame-fixed': ['iframe:not([sandbox])', 'w/leadership/?layout=fixed&chrome=none'],
  'frame-sandboxed': ['iframe[sandbox="allow-scripts"]', 'w/leadership/single.html'],
  card: ['a.st-card:has(img)', 'w/leadership/'],
  element: ['iframe:not([sandbox])', 'w/leadership/'],
};

test('the gallery shows for each of twelve platforms what to paste, copies it, and shows what is left of it there', async t => {
  // In the place of the course that the gallery was built with: one that knows its address.
  const site = await built(t, shipped(), { prefix: '/course/' });
  const { platforms } = JSON.parse(fs.readFileSync(path.join(site.folder, 'course.json'), 'utf8')).widgets.find(({ id }) => id === 'leadership');
  assert.equal(platforms.length, 12);
  const page = await t.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${site.origin}/`);
  const panel = page.locator('.st-panel:has(#widget-leadership)');
  let pieces = 0, mails = 0;
  for (const platform of platforms) {
    await panel.locator('select').first().selectOption({ label: platform.title });
    await panel.getByText(platform.why, { exact: true }).waitFor();
    for (const piece of platform.pieces) {
      const code = piece.code.replaceAll('{base}', site.base);
      assert.equal(await panel.getByLabel(`Snippet: ${piece.place}`, { exact: true }).textContent(), code, platform.name);
      await panel.getByRole('button', { name: `Copy: ${piece.place}`, exact: true }).click();
      await panel.locator('.st-snippet', { hasText: piece.place }).getByText('Copied', { exact: true }).waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code, platform.name);
      pieces += 1;
    }
    const [selector, end] = LEFT[platform.leaves];
    const left = panel.locator('.st-leaves').first().locator(selector);
    const address = (await left.getAttribute('src', { timeout: 1000 }).catch(() => null)) ?? (await left.getAttribute('href'));
    assert.ok(address.endsWith(end), `${platform.name}: ${address}`);
    const mail = panel.locator('.st-leaves iframe[sandbox=""]');
    assert.equal(await mail.count(), platform.pieces.some(({ form }) => form.startsWith('mail')) ? 1 : 0, `${platform.name}: the mail`);
    mails += await mail.count();
  }
  // The preview is the widget at work, also where it has no origin.
  for (const title of ['WordPress', 'Ghost']) {
    await panel.locator('select').first().selectOption({ label: title });
    const frame = panel.locator(`.st-leaves iframe[title$="as ${title} shows it"]`);
    await frame.scrollIntoViewIfNeeded();
    const quiz = leadership(), reader = await new Reader(page, await (await frame.elementHandle()).contentFrame(), quiz).alive();
    await reader.answer(quiz.right(quiz.items[0].id));
  }
  t.figure(`${platforms.length} platforms, ${pieces} pieces copied, ${mails} mails shown`);
});
