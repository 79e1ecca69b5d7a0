// The native side: programs that are built before the tests and run beside them.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../..');
export const DIST = path.resolve(ROOT, process.env.WAYPOST_DIST || 'dist');
const native = name => path.join(ROOT, 'target/debug', process.platform === 'win32' ? `${name}.exe` : name);

/** Runs a program and returns what it prints; the other tests go on meanwhile. */
export async function execute(program, words, env = {}) {
  const { stdout } = await promisify(execFile)(program, words, { cwd: ROOT, maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  return stdout;
}
const cargo = (words, env) => execute('cargo', words.split(' '), env);

/** An example of the core (`fold`, `digest`, `normal`) or, by its package's name, the simulator's bench. */
export const example = (name, ...words) => execute(native(`examples/${name}`), words);
export const bench = (...words) => execute(native('waypost-bench-simulator'), words);

/** Builds a folder of Markdown with the player under test; returns the site's folder. */
export async function build(folder, out, ...more) {
  await execute(process.env.WAYPOST_CLI || native('waypost'), ['build', folder, '--out', out, '--player', path.join(DIST, 'p'), ...more]);
  return out;
}

/** A site with what the shipped course has no reason to do, made from `tests/e2e/course`. It is mounted at `/more/`. */
export const MORE = path.join(ROOT, 'target/e2e/course');

/** Makes everything that tests run or read and that is not in `dist/` yet. */
export async function prepare() {
  await cargo('build --quiet --package waypost-cli --package waypost-core --package waypost-bench-simulator --bins --examples');
  await build(path.join(ROOT, 'tests/e2e/course'), MORE);
}

/** The simulator's engine as modules without glue: each with its name and its bytes as base64. */
export async function engines() {
  const words = 'build --quiet --profile player --package waypost-bench-simulator --lib --target wasm32-unknown-unknown';
  await cargo(words);
  await cargo(`${words} --target-dir target/simd --features simd`);
  const module = folder => fs.readFileSync(path.join(ROOT, folder, 'wasm32-unknown-unknown/player/waypost_bench_simulator.wasm')).toString('base64');
  return { plain: module('target'), simd: module('target/simd') };
}
