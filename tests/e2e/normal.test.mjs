// Typed text is compared alike natively and in the browser: the player's script and waypost-core make the same of over 100,000 texts.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { example } from './harness/programs.mjs';
import { ROOT, test } from './harness/test.mjs';

const TEXTS = 145_000; // some hold characters that the browser does not know yet: over 100,000 are left

/** Ranges of code points: Latin, accents, Greek and Cyrillic, Hebrew and Arabic, signs, Japanese, Korean, Indic, everything. */
const RANGES = [[0x20, 0x7f], [0x20, 0x17f], [0x300, 0x36f], [0x370, 0x52f], [0x590, 0x6ff], [0x900, 0xdff], [0x1e00, 0x206f],
  [0x3000, 0x30ff], [0xac00, 0xd7a3], [0xff00, 0xff65], [1, 0xd7ff], [0xe000, 0x1ffff]];

function texts() {
  let seed = 5;
  const below = n => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * n); };
  const sign = ([from, to]) => String.fromCodePoint(from + below(to - from + 1));
  const text = home => Array.from({ length: 1 + below(12) }, () => sign(below(3) ? home : RANGES[below(RANGES.length)])).join('');
  return Array.from({ length: TEXTS }, (_, i) => text(RANGES[i % RANGES.length]));
}

test('typed text is made ready alike natively and in the browser', async t => {
  const page = await t.page();
  const script = fs.readFileSync(path.join(ROOT, 'src/player/page.js'), 'utf8');
  // The browser's Unicode may be older than ours: characters it does not know yet are no part of the comparison.
  const all = texts();
  const browser = await page.evaluate(`(() => { ${script}
    const forms = text => ['exact', 'usual', 'loose'].map(compare => waypostNormalize(text, compare));
    return ${JSON.stringify(all)}.map(text => /\\p{Cn}/u.test(text) ? null : forms(text));
  })()`);
  const file = path.join(t.folder(), 'texts.json');
  fs.writeFileSync(file, JSON.stringify(all));
  const native = (await example('normal', file)).trimEnd().split('\n');
  assert.equal(native.length, TEXTS);
  let compared = 0;
  for (const [i, forms] of browser.entries()) {
    if (!forms) continue;
    compared++;
    assert.deepEqual(forms, JSON.parse(native[i]), `text ${i}: ${JSON.stringify(all[i])}`);
  }
  t.figure(`${compared} texts, 3 ways of comparing, all equal`);
}, { alone: true });
