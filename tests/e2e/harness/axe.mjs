// axe-core in a document: every state is looked at in light and dark, at a phone's and a desktop's width.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = ['light', 'dark'].flatMap(colorScheme => [360, 1280].map(width => ({ colorScheme, width })));

/** A page that axe looks at. */
export const STILL = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' };

/** Runs axe in a document and returns one line a violation. */
async function violations(frame) {
  // Colors are measured when nothing moves any more.
  await frame.waitForFunction(() => document.getAnimations().every(one => one.playState !== 'running'));
  if (!await frame.evaluate(() => 'axe' in window)) await frame.evaluate(AXE);
  const found = await frame.evaluate(tags => axe.run(document, { runOnly: tags, iframes: false, resultTypes: ['violations'] }), TAGS);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary.split('\n').slice(1).join(' ').trim()}`));
}

/** What axe finds in all the states that `walk(look)` shows it by `look(name, frame)`: nothing, or the test fails. */
export async function nothingFound(t, walk) {
  const lines = new Set();
  let states = 0;
  await walk(async (name, frame) => {
    const page = frame.page?.() ?? frame;
    states += 1;
    for (const { colorScheme, width } of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: STILL.viewport.height });
      for (const line of await violations(frame)) lines.add(`${name}, ${colorScheme}, ${width} px: ${line}`);
    }
  });
  assert.equal(lines.size, 0, `${lines.size} violations:\n${[...lines].slice(0, 12).join('\n')}`);
  t.figure(`0 violations in ${states} states, each in ${LOOKS.length} looks`);
}
