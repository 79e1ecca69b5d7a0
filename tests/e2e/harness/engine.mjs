// The engines by themselves, as WebAssembly: what the gallery's program exports for tests (src/bin/studio/engine.rs).
import fs from 'node:fs';
import { DIST } from './test.mjs';

/** A page of the built site in which `window.engine` has them, with nothing else on it. */
export async function engine(t) {
  const page = await t.page(), site = await t.site();
  const glue = fs.readdirSync(DIST).find(name => /^studio-[0-9a-f]+\.js$/.test(name));
  const wasm = fs.readdirSync(DIST).find(name => /^studio-.*\.wasm$/.test(name));
  await page.goto(`${site.origin}/${glue}`);
  await page.evaluate(async ([glue, wasm]) => {
    window.engine = await import(glue);
    await window.engine.default({ module_or_path: new URL(wasm, location.href) });
  }, [`/${glue}`, `/${wasm}`]);
  return page;
}
