// axe-core in a document, one line a violation, and its verdict over many states.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe in a document and returns one line a violation. */
async function violations(frame) {
  // Colors are measured when nothing moves any more.
  await frame.waitForFunction(() => document.getAnimations().every(one => one.playState !== 'running'));
  await frame.evaluate(AXE);
  const found = await frame.evaluate(tags => axe.run(document, { runOnly: tags, iframes: false, resultTypes: ['violations'] }), TAGS);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary.split('\n').slice(1).join(' ').trim()}`));
}

export async function findings(runs, name, frame) {
  const lines = await violations(frame);
  runs.count += 1;
  runs.lines.push(...lines.map(line => `${name}: ${line}`));
}

export function verdict(t, runs) {
  const distinct = [...new Set(runs.lines)];
  assert.equal(distinct.length, 0, `${distinct.length} violations:\n${distinct.slice(0, 12).join('\n')}`);
  t.figure(`0 violations in ${runs.count} runs`);
}
