// Prints Waypost's figures as ratios to the peers of the same run, beside their limits; exit code 1 where one is missed.
//   node bench/readers/ratios.mjs results.json
import fs from 'node:fs';

const LIMITS = [
  ['first question answerable, element', 'load-slow4g', 'waypost-element', 'ans', 'floor-inline', 1.3],
  ['first question answerable, frame', 'load-slow4g', 'waypost-iframe', 'ans', 'floor-inline', 1.8],
  ['fully live, element', 'load-slow4g', 'waypost-element-live', 'ans', 'quizdown', 0.7],
  ['fully live, frame', 'load-slow4g', 'waypost-iframe-live', 'ans', 'quizdown', 0.7],
  ['twenty answerable, elements', 'multi-slow4g', 'waypost-element', 'all', 'vanilla', 2],
  ['twenty answerable, frames', 'multi-slow4g', 'waypost-iframe', 'all', 'mdbook-quiz', 0.5],
];

const [file] = process.argv.slice(2);
if (!file) { console.error('usage: ratios.mjs results.json'); process.exit(2); }
const { raw } = JSON.parse(fs.readFileSync(file, 'utf8'));
const median = values => { const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1; return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2; };
const figure = (part, row, name) => {
  const values = (raw[part]?.[row] ?? []).map(run => run[name]).filter(value => value != null);
  return values.length ? { value: median(values), runs: values.length } : undefined;
};

let missed = 0;
for (const [what, part, row, name, peer, limit] of LIMITS) {
  const [ours, theirs] = [figure(part, row, name), figure(part, peer, name)];
  if (!ours || !theirs) { console.log(`-      ${what}: not measured`); continue; }
  const ratio = ours.value / theirs.value;
  if (ratio > limit) missed++;
  console.log(`${ratio <= limit ? 'holds ' : 'MISSED'} ${what}: ${Math.round(ours.value)} ms = ${ratio.toFixed(2)} x ${peer} (${Math.round(theirs.value)} ms), limit ${limit}, ${ours.runs} runs`);
}
process.exit(missed ? 1 : 0);
