// The simulator's engine gives the same bits everywhere: natively, in WebAssembly with and without SIMD, and in plain JavaScript that
// rounds every operation to single precision. All plans of a model in 64 worlds, hashed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { hashed } from '../../bench/simulator/oracle.mjs';
import { bench, DIST, engines } from './harness/programs.mjs';
import { test } from './harness/test.mjs';

const MODEL = 'src/author/tests/models/eight-turns.md', WORLDS = 64;

test('native, WebAssembly, SIMD and JavaScript give the same bits', async (t, modules) => {
  const bundle = await bench(MODEL, '--bundle');
  const hashes = { native: JSON.parse(await bench(MODEL, WORLDS)).hash, script: hashed(JSON.parse(bundle), WORLDS) };
  const page = await t.page();
  await page.goto('about:blank');
  for (const [name, module] of Object.entries(modules)) {
    hashes[name] = await page.evaluate(async ([module, bundle, worlds]) => {
      const { instance: { exports: engine } } = await WebAssembly.instantiate(Uint8Array.from(atob(module), char => char.charCodeAt(0)));
      for (const byte of new TextEncoder().encode(bundle)) engine.push(byte);
      if (!engine.load()) return 'refused';
      return engine.hash(worlds) >>> 0;
    }, [module, bundle, WORLDS]);
  }
  assert.equal(new Set(Object.values(hashes)).size, 1, JSON.stringify(hashes));
  t.figure(`6,561 plans in ${WORLDS} worlds: ${hashes.native.toString(16)} in ${Object.keys(hashes).length} engines`);
}, { first: engines });

test('a whole debrief has the same bits natively, in the page and in the worker\'s own program', async (t, { plain }) => {
  const [bundle, job, found] = await Promise.all(['--bundle', '--job', '--debrief'].map(what => bench(MODEL, what)));
  const modules = { page: plain, worker: fs.readFileSync(path.join(DIST, 'p/engine.wasm')).toString('base64') };
  const page = await t.page();
  await page.goto('about:blank');
  const numbers = JSON.parse(found);
  assert.ok(numbers.length > 200, `${numbers.length} numbers`);
  // Steps of different lengths, as slices are and as the worker takes them.
  for (const [name, budget] of [['page', 16], ['page', 7000], ['worker', 16], ['worker', 1000]]) {
    const told = await page.evaluate(async ([module, bundle, job, budget]) => {
      const { instance: { exports: engine } } = await WebAssembly.instantiate(Uint8Array.from(atob(module), char => char.charCodeAt(0)));
      for (const byte of new TextEncoder().encode(bundle)) engine.byte(byte);
      for (const number of job) engine.number(number);
      if (!engine.begin()) return 'refused';
      while (engine.step(budget) < 6);
      return Array.from({ length: engine.tell() }, (_, at) => engine.told(at));
    }, [modules[name], bundle, JSON.parse(job), budget]);
    assert.deepEqual(told, numbers, `${name}, steps of ${budget}`);
  }
  t.figure(`${numbers.length} numbers, equal to the last bit`);
}, { first: engines });
