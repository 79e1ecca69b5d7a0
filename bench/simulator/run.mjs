// The simulator's engine against its peers, one model, one run: our module in Chromium without SIMD (as the slices in a page run it) and
// with, the very file that readers' workers run in a worker, plain generated JavaScript in the same Chromium, npm's `simulation`, inkjs,
// and the native engine on one core. Then a whole debrief in Chromium, in slices.
// `node bench/simulator/run.mjs NATIVE MODULE SIMD-MODULE ENGINE MODEL.md`; exit code 1 where a limit is missed.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { browser, closeBrowser } from '../../tests/e2e/harness/browser.mjs';
import { flows } from './flows.mjs';
import { ink } from './ink.mjs';
import { hashed, real } from './oracle.mjs';

const [native, module, simd, engine, model] = process.argv.slice(2);
if (!model) { console.error('usage: run.mjs NATIVE MODULE SIMD-MODULE ENGINE MODEL.md'); process.exit(2); }
const require = createRequire(import.meta.url);
const WORLDS = 64, TURNS = 3;
const json = execFileSync(native, [model, '--bundle'], { encoding: 'utf8', maxBuffer: 1 << 26 });
const bundle = JSON.parse(json), job = JSON.parse(execFileSync(native, [model, '--job'], { encoding: 'utf8' }));
const oracle = fs.readFileSync(new URL('./oracle.mjs', import.meta.url), 'utf8');

/** Runs per second of a function, over at least so many milliseconds. */
const perSecond = (run, milliseconds) => {
  run();
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < milliseconds) { run(); count++; }
  return count * 1000 / (performance.now() - start);
};

function inkPlays() {
  const story = new (require('inkjs/full').Compiler)(ink(bundle)).Compile();
  return () => {
    story.ResetState();
    for (;;) {
      while (story.canContinue) story.Continue();
      if (!story.currentChoices.length) return;
      story.ChooseChoiceIndex(0);
    }
  };
}

const page = await (await (await browser()).newContext()).newPage();
await page.goto('about:blank');
await page.evaluate(async ([json, oracle, modules]) => {
  const bytes = text => Uint8Array.from(atob(text), char => char.charCodeAt(0));
  window.engines = {};
  for (const [name, text] of Object.entries(modules)) {
    const { instance } = await WebAssembly.instantiate(bytes(text));
    for (const byte of new TextEncoder().encode(json)) instance.exports.push(byte);
    if (!instance.exports.load()) throw new Error(`the ${name} module refuses the bundle`);
    window.engines[name] = instance.exports;
  }
  const source = URL.createObjectURL(new Blob([oracle], { type: 'text/javascript' }));
  const { compile, plans } = await import(source);
  const bundle = JSON.parse(json);
  window.peer = { play: compile(bundle, false), plans: plans(bundle) };
}, [json, oracle, Object.fromEntries([['plain', module], ['simd', simd]].map(([name, file]) => [name, fs.readFileSync(file).toString('base64')]))]);

/** Plan-worlds per second of a module, the best of seven runs as natively, and the hash. */
const wasm = name => page.evaluate(([name, worlds]) => {
  const engine = window.engines[name];
  let best = 0;
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    const played = engine.enumerate(worlds);
    best = Math.max(best, played * 1000 / (performance.now() - start));
  }
  return { perSecond: best, hash: engine.hash(worlds) >>> 0 };
}, [name, WORLDS]);
/** Playouts per second of the generated JavaScript: plans by turns, for half a second. */
const script = () => page.evaluate(() => {
  const { play, plans } = window.peer;
  let count = 0, sum = 0;
  const start = performance.now();
  while (performance.now() - start < 500) for (let n = 0; n < 200; n++) sum += play(plans[(count * 37) % plans.length], count++ & 63);
  return count * 1000 / (performance.now() - start) + (sum === 0.5 ? 1 : 0);
});
/**
 * Plan-worlds per second of the readers' own file in a worker. It counts no plan-worlds itself, but the last part of a debrief plays all
 * plans in worlds 64 to 255, and then looks once at the means.
 */
const worker = () => page.evaluate(([module, json, job]) => new Promise((done, fail) => {
  const work = () => {
    onmessage = async ({ data: [bytes, bundle, job] }) => {
      const { instance: { exports: engine } } = await WebAssembly.instantiate(bytes);
      for (const byte of bundle) engine.byte(byte);
      for (const number of job) engine.number(number);
      if (!engine.begin()) throw new Error('the engine refuses the bundle');
      while (engine.step(1000) < 5);
      const start = performance.now();
      while (engine.step(1000) < 6);
      postMessage(performance.now() - start);
    };
  };
  const worker = new Worker(URL.createObjectURL(new Blob([`(${work})()`], { type: 'text/javascript' })));
  worker.onerror = fail;
  worker.onmessage = ({ data: milliseconds }) => { worker.terminate(); done(window.peer.plans.length * (256 - 64) * 1000 / milliseconds); };
  worker.postMessage([Uint8Array.from(atob(module), char => char.charCodeAt(0)), new TextEncoder().encode(json), job]);
}), [fs.readFileSync(engine).toString('base64'), json, job]);
/** A whole debrief in slices of 8 ms, each a task of its own: when the first numbers and the end came, and the longest slice. */
const debrief = () => page.evaluate(([json, job]) => new Promise(done => {
  const engine = window.engines.plain, channel = new MessageChannel();
  const start = performance.now();
  let first = 0, coarse = 0, longest = 0, work = 0;
  for (const byte of new TextEncoder().encode(json)) engine.byte(byte);
  for (const number of job) engine.number(number);
  if (!engine.begin()) throw new Error('the engine refuses the bundle');
  channel.port1.onmessage = () => {
    const from = performance.now();
    let part = 0;
    do { part = engine.step(16); } while (part < 6 && performance.now() - from < 8);
    const now = performance.now();
    longest = Math.max(longest, now - from);
    work += now - from;
    if (part > 0) first ||= now - start;
    if (part > 4) coarse ||= now - start;
    if (part >= 6) done({ first, coarse, all: now - start, longest, work });
    else channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
}), [json, job]);

const rows = { native: [], plain: [], simd: [], worker: [], script: [], simulation: [], ink: [] };
const { Model } = await import(require.resolve('simulation'));
const flow = flows(Model, bundle, real), story = inkPlays();
const hashes = { script: hashed(bundle, WORLDS) };
for (let turn = 0; turn < TURNS; turn++) {
  const ran = JSON.parse(execFileSync(native, [model, String(WORLDS)], { encoding: 'utf8' }));
  rows.native.push(ran.perSecond);
  hashes.native = ran.hash;
  rows.script.push(await script());
  for (const name of ['plain', 'simd']) {
    const { perSecond, hash } = await wasm(name);
    rows[name].push(perSecond);
    hashes[name] = hash;
  }
  rows.worker.push(await worker());
  rows.simulation.push(perSecond(() => flow.simulate(), 500));
  rows.ink.push(perSecond(story, 500));
}
const debriefs = [await debrief(), await debrief()];
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
const slow = await debrief();
await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
await closeBrowser();

const best = name => Math.max(...rows[name]);
const shown = value => value > 1e6 ? `${(value / 1e6).toFixed(2)} M` : value > 1e4 ? `${(value / 1e3).toFixed(0)} k` : value.toFixed(1);
const names = {
  worker: 'our worker, with SIMD, in Chromium', plain: 'our module without SIMD in Chromium', simd: 'our module with SIMD in Chromium', native: 'native, one core', script: 'plain generated JavaScript in Chromium',
  simulation: 'npm simulation 9.0.0 (rules only)', ink: 'inkjs 2.4.0 (the register code as a story)',
};
console.log(`plan-worlds a second, ${bundle.id}, best of ${TURNS} turns`);
for (const [name, words] of Object.entries(names)) console.log(`  ${words.padEnd(44)} ${shown(best(name)).padStart(9)}`);
let missed = 0;
const hold = (holds, words) => { missed += holds ? 0 : 1; console.log(`${holds ? 'holds ' : 'MISSED'} ${words}`); };
const ratio = (over, under, least) => {
  const found = best(over) / best(under);
  hold(found >= least, `${names[over]} is ${found >= 10 ? Math.round(found).toLocaleString('en') : found.toFixed(2)} times ${names[under]}, limit ${least.toLocaleString('en')}`);
};
ratio('plain', 'script', 4);
ratio('simd', 'script', 8);
ratio('plain', 'simulation', 1000);
ratio('plain', 'ink', 5000);
ratio('worker', 'native', 0.25);
console.log(`       without SIMD, as the page's own slices compute, it is ${(best('plain') / best('native')).toFixed(2)} times native, which computes four worlds an instruction; no limit`);
const equal = new Set(Object.values(hashes)).size === 1;
hold(equal, `all points of all plans in ${WORLDS} worlds: ${Object.entries(hashes).map(([name, hash]) => `${name} ${hash.toString(16)}`).join(', ')}`);
const quick = debriefs.reduce((a, b) => a.all < b.all ? a : b);
hold(quick.first <= 150, `debrief: first numbers after ${quick.first.toFixed(0)} ms, limit 150`);
hold(quick.coarse <= 1000, `debrief: every part, plans in 64 worlds, after ${quick.coarse.toFixed(0)} ms, limit 1,000 (refined to 256 worlds after ${quick.all.toFixed(0)} ms)`);
hold(quick.longest <= 50, `debrief: longest task ${quick.longest.toFixed(1)} ms, limit 50`);
hold(slow.coarse <= 4000, `debrief with CPU / 4: every part after ${slow.coarse.toFixed(0)} ms, limit 4,000 (longest task ${slow.longest.toFixed(1)} ms)`);
process.exit(missed ? 1 : 0);
