// The simulator's engine gives the same bits everywhere: natively, in WebAssembly with and without SIMD, and in plain JavaScript that
// rounds every operation to single precision. All plans of a model in 64 worlds, hashed.
import assert from 'node:assert/strict';
import { hashed } from '../../bench/simulator/oracle.mjs';
import { bench, engines } from './harness/programs.mjs';
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
