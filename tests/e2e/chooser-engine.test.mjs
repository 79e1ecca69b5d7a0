// The chooser's engine in the browser: the same bits as natively, and the time a reader would notice.
import assert from 'node:assert/strict';
import { chooser } from './harness/chooser.mjs';
import { engine } from './harness/engine.mjs';
import { example } from './harness/programs.mjs';
import { test } from './harness/test.mjs';

/** Limits in milliseconds: on this machine, and with its processor slowed down to a quarter. */
const NEXT = { 1: 5, 4: 5 }, FLIPS = { 1: 50, 4: 100 };

/** A journal with so many answers to pairs, all as far to one side as they go, so that no three of them flip it. */
function journal(bundle, count) {
  const entry = (action, i) => JSON.stringify({ id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, at: 1795000000000 + i, ms: i, via: 'player', action });
  const { pairs } = bundle.engine.adaptive;
  const spread = Array.from({ length: count }, (_, i) => pairs[(i * 7) % pairs.length]);
  const answers = spread.map(({ id, hash }) => ({ pair: { pair: id, answer: 3, hash } }));
  return [{ start: { seed: 7, revision: bundle.revision } }, ...answers, { reveal: {} }].map(entry);
}

test('20,000 posteriors have the same bits natively and in WebAssembly', async t => {
  const page = await engine(t);
  const wasm = await page.evaluate(() => window.engine.think('digest', 20_000, '', []));
  const native = (await example('digest', '20000')).trim();
  assert.equal(wasm, native);
  t.figure(`digest ${wasm}`);
}, { seconds: 180 });

for (const slow of [1, 4]) test(`the next pair and what flips the lean are there before a reader notices, at ${slow === 1 ? 'full' : 'a quarter of the'} speed`, async t => {
  const page = await engine(t);
  const bundle = chooser('track');
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slow });
  // Reading the bundle and the journal is not part of the work: a run of none is taken off.
  const time = (work, times, records) => page.evaluate(([work, times, text, records]) => {
    const once = times => { const from = performance.now(); const out = window.engine.think(work, times, text, records); return [performance.now() - from, out]; };
    once(1);
    const best = times => Math.min(...[0, 1, 2].map(() => once(times)[0]));
    return [(best(times) - best(0)) / times, once(1)[1]];
  }, [work, times, JSON.stringify(bundle), records]);
  const [next] = await time('next', 50, journal(bundle, 12));
  const [flips, found] = await time('flips', 3, journal(bundle, 18));
  assert.equal(found, '0', 'all 987 sets were tried');
  t.figure(`next pair ${next.toFixed(3)} ms, 987 refits ${flips.toFixed(1)} ms at 1/${slow} speed`);
  assert.ok(next <= NEXT[slow], `next pair: ${next} ms`);
  assert.ok(flips <= FLIPS[slow], `flips: ${flips} ms`);
}, { seconds: 120 });
