// The simulator's engine gives the same bits everywhere: natively, in WebAssembly with and without SIMD, and in plain JavaScript that
// rounds every operation to single precision. All plans of a model in 64 worlds, hashed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hashed } from '../../bench/simulator/oracle.mjs';
import { ROOT, test } from './harness/test.mjs';

const MODEL = 'src/author/tests/models/eight-turns.md', WORLDS = 64;
const MODULE = 'wasm32-unknown-unknown/player/waypost_bench_simulator.wasm';

const cargo = (words, env = {}) => execFileSync('cargo', words.split(' '), { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env } });

test('native, WebAssembly, SIMD and JavaScript give the same bits', async t => {
  const native = 'run --quiet --release --package waypost-bench-simulator --';
  const bundle = cargo(`${native} ${MODEL} --bundle`);
  const hashes = { native: JSON.parse(cargo(`${native} ${MODEL} ${WORLDS}`)).hash, script: hashed(JSON.parse(bundle), WORLDS) };
  const build = 'build --quiet --profile player --package waypost-bench-simulator --lib --target wasm32-unknown-unknown';
  cargo(build);
  cargo(`${build} --target-dir target/simd`, { RUSTFLAGS: '-C target-feature=+simd128' });
  const page = await t.page();
  await page.goto('about:blank');
  for (const [name, folder] of [['plain', 'target'], ['simd', 'target/simd']]) {
    const module = fs.readFileSync(path.join(ROOT, folder, MODULE)).toString('base64');
    hashes[name] = await page.evaluate(async ([module, bundle, worlds]) => {
      const { instance: { exports: engine } } = await WebAssembly.instantiate(Uint8Array.from(atob(module), char => char.charCodeAt(0)));
      for (const byte of new TextEncoder().encode(bundle)) engine.push(byte);
      if (!engine.load()) return 'refused';
      return engine.hash(worlds) >>> 0;
    }, [module, bundle, WORLDS]);
  }
  assert.equal(new Set(Object.values(hashes)).size, 1, JSON.stringify(hashes));
  t.figure(`6,561 plans in ${WORLDS} worlds: ${hashes.native.toString(16)} in ${Object.keys(hashes).length} engines`);
});
