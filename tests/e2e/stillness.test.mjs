// Nothing jumps: no layout shift while the player loads and takes over, and frames are reserved high enough.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DIST, leadership, MORE, other, test } from './harness/test.mjs';
import { open, PLACES, watched } from './harness/reader.mjs';

const WIDTHS = [320, 480, 640, 800];
const settle = page => page.waitForTimeout(700);

for (const place of Object.keys(PLACES)) {
  test(`the layout does not shift while a slow player loads and takes over, on ${PLACES[place].about}`, async t => {
    const quiz = leadership();
    const site = await t.site([{ match: /\.wasm$/, delay: 1200 }]);
    const found = [];
    for (const width of WIDTHS) {
      const page = await t.page({ viewport: { width, height: 800 } });
      await (await open(page, site, place, quiz)).alive();
      await settle(page);
      const { shift, shifts } = await watched(page);
      found.push([width, Number(shift.toFixed(4)), shifts.slice(0, 4)]);
      await page.close();
    }
    assert.ok(found.every(([, shift]) => shift === 0), found.map(([width, shift, shifts]) => `${width} px: ${shift} ${shifts.join(' | ')}`).join('\n'));
    t.figure(`0 at ${WIDTHS.join(', ')} px`);
  });

  test(`the layout does not shift when a reader comes back, on ${PLACES[place].about}`, async t => {
    const quiz = leadership();
    const page = await t.page({ viewport: { width: 480, height: 800 } });
    const site = await t.site();
    const reader = await (await open(page, site, place, quiz)).alive();
    await reader.answer(quiz.wrong(quiz.items[0].id));
    await reader.live.locator('.wp-saved', { hasText: /saved/i }).waitFor();
    await page.goto(site.origin + PLACES[place].path);
    await (await open(page, site, place, quiz)).alive();
    await settle(page);
    const { shift, shifts } = await watched(page);
    t.figure(`${shift.toFixed(3)} with feedback shown`);
    assert.ok(shift < 0.1, shifts.join(' | '));
  });
}

/** A quiz of the course, and those with a clock. */
const RESERVED = { leadership: [leadership, () => path.join(DIST, 'course')], exam: [() => other('exam'), () => MORE], closing: [() => other('closing'), () => MORE] };
for (const [name, [read, folder]] of Object.entries(RESERVED)) test(`the heights in course.json hold the static page and the first live step at every measured width, of ${name}`, async t => {
  const quiz = read();
  const { widgets } = JSON.parse(fs.readFileSync(path.join(folder(), 'course.json'), 'utf8'));
  const { heights } = widgets.find(({ id }) => id === quiz.id);
  assert.deepEqual(Object.keys(heights).map(Number), WIDTHS);
  const found = [];
  for (const width of WIDTHS) {
    const page = await t.page({ viewport: { width, height: 600 } });
    const site = await t.site([{ match: /\.wasm$/, delay: 800 }]);
    const reader = await open(page, site, 'page', quiz);
    const height = locator => locator.evaluate(root => Math.ceil(root.getBoundingClientRect().height));
    const card = await height(reader.static.locator('.wp-card').first());
    await reader.alive();
    found.push({ width, reserved: heights[width], live: await height(reader.live), card });
    await page.close();
  }
  const words = found.map(({ width, reserved, live }) => `${width} px: ${reserved} for ${live}`).join(', ');
  for (const { reserved, live } of found) assert.ok(reserved >= live, words);
  for (const { reserved, live } of found) assert.ok(reserved <= live * 1.35, `not much too high either: ${words}`);
  t.figure(words);
});

test('a frame grows with its content and is never clipped', async t => {
  const quiz = leadership();
  const page = await t.page({ viewport: { width: 400, height: 800 } });
  const reader = await (await open(page, await t.site(), 'post', quiz)).alive();
  const frame = page.locator(PLACES.post.frame).first();
  const fits = async () => {
    const inside = await reader.frame.evaluate(() => Math.ceil(document.querySelector('.wp[data-surface=live]').getBoundingClientRect().bottom));
    return [inside, (await frame.boundingBox()).height];
  };
  for (let i = 0; i < 4; i++) {
    await reader.answer(quiz.wrong(await reader.item()));
    await page.waitForTimeout(250);
    const [inside, height] = await fits();
    assert.ok(height >= inside - 1, `answer ${i + 1}: ${inside} px in a frame of ${height} px`);
    await reader.next();
  }
});
