// Parsing speed: 10,000 questions in 20 files, as Markdown (a course as `waypost check` reads it: parse, check, compile, files side by
// side) and as GIFT by gift-pegjs (parse, its code compiled by the engine before it counts), turn by turn in one run. Prints both and the ratio; exit code 1 below the limit. `node bench/parse/run.mjs SPEED-PROGRAM`
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { file } from './questions.mjs';

const HERE = path.dirname(new URL(import.meta.url).pathname);
const FILES = 20, EACH = 500, TURNS = 5, PASSES = 4, LIMIT = 10;

const [program] = process.argv.slice(2);
if (!program) { console.error('usage: run.mjs SPEED-PROGRAM'); process.exit(2); }
const folder = path.resolve(HERE, '../../target/bench/parse');
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
for (let n = 0; n < FILES; n++) {
  const { markdown, gift } = file(n * EACH, EACH), name = String(n).padStart(2, '0');
  fs.writeFileSync(path.join(folder, `${name}.md`), markdown);
  fs.writeFileSync(path.join(folder, `${name}.gift`), gift);
}

/** The passes of one process, the first one left out: there the peer's code is compiled by the engine. */
function passes(command, ...before) {
  const lines = execFileSync(command, [...before, folder, String(PASSES)], { encoding: 'utf8' }).trimEnd().split('\n');
  if (lines.at(-1) !== `${FILES * EACH} items`) throw new Error(`${command} made ${lines.at(-1)} of ${FILES * EACH}`);
  return lines.slice(1, -1).map(Number);
}
const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

const ours = [], theirs = [];
for (let turn = 0; turn < TURNS; turn++) {
  ours.push(...passes(program));
  theirs.push(...passes('node', path.join(HERE, 'peer.cjs')));
}
const ratio = median(theirs) / median(ours);
const words = (name, values) => console.log(`${name.padEnd(34)} ${median(values).toFixed(1).padStart(8)} ms, ${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}, ${Math.round((FILES * EACH) / median(values))} questions a millisecond`);
console.log(`${FILES * EACH} questions in ${FILES} files, medians of ${ours.length} passes over ${TURNS} turns`);
words('waypost: parse, check, compile', ours);
words('gift-pegjs: parse', theirs);
console.log(`${ratio >= LIMIT ? 'holds ' : 'MISSED'} ${ratio.toFixed(1)} times as fast, limit ${LIMIT}`);
process.exit(ratio >= LIMIT ? 0 : 1);
