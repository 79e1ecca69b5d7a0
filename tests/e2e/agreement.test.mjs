// Native and WebAssembly agree: the journals that real sittings leave fold to the same bytes in both.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { example } from './harness/programs.mjs';
import { engine } from './harness/engine.mjs';
import { open } from './harness/reader.mjs';
import { DIST, leadership, test } from './harness/test.mjs';

const BUNDLE = path.join(DIST, 'course/w/leadership/bundle.json');

/** Numbers from 0 to below `n`, the same in every run. */
const random = seed => n => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * n); };

/** A journal that does all kinds of things, sensible or not, as records. */
function scribble(quiz, seed, length) {
  const below = random(seed), any = list => list[below(list.length)];
  const choices = quiz.items.filter(({ options }) => options.length);
  const uuid = i => `00000000-0000-4000-8000-${String(seed * 1000 + i).padStart(12, '0')}`;
  const actions = [
    () => ({ draft: { item: any(quiz.items).id, response: { options: [] } } }),
    () => { const { id, options } = any(choices); return { draft: { item: id, response: { options: [any(options)] } } }; },
    () => { const { id, options } = any(choices); return { commit: { item: id, response: { options: options.filter(() => below(2)) } } }; },
    () => ({ commit: { item: quiz.items[below(quiz.items.length)].id, response: { options: ['no-such-option'] } } }),
    () => ({ hint: { item: any(quiz.items).id, number: below(4) } }),
    () => ({ giveup: { item: any(quiz.items).id } }),
    () => ({ goto: { item: below(5) ? any(quiz.items).id : 'no-such-item' } }),
    () => ({ finish: {} }),
    () => ({ retry: { items: quiz.items.filter(() => below(3) === 0).map(({ id }) => id) } }),
    () => ({ start: { seed: below(2 ** 31), revision: quiz.bundle.revision } }),
    () => ({ void: { entry: uuid(below(length)) } }),
  ];
  const weights = [1, 6, 12, 1, 3, 1, 4, 1, 1, below(8) ? 0 : 1, 1].flatMap((weight, i) => Array(weight).fill(actions[i]));
  const records = Array.from({ length }, (_, i) => JSON.stringify({ id: uuid(i), at: 1795000000000 + i, ms: i, via: any(['player', 'static', 'import']), action: i ? any(weights)() : { start: { seed, revision: quiz.bundle.revision } } }));
  if (below(4) === 0) records.splice(below(length), 0, '{"id":"damaged');
  return records;
}

test('the same journal folded natively and in WebAssembly gives the same bytes', async t => {
  const quiz = leadership();
  const page = await t.page();
  const reader = await (await open(page, await t.site(), 'page', quiz)).alive();

  // A sitting by hand, noted down after every answer, then journals of all kinds.
  const journals = [[]];
  const plan = quiz.plan();
  await reader.answerAll(plan, 'click', async item => {
    await page.waitForTimeout(60);
    if (quiz.items.findIndex(({ id }) => id === item) % 4 === 0) journals.push(await reader.journal());
  });
  await page.waitForTimeout(200);
  journals.push(await reader.journal());
  for (let seed = 1; seed <= 200; seed++) journals.push(scribble(quiz, seed, 5 + (seed % 60)));

  const bundle = fs.readFileSync(BUNDLE, 'utf8');
  const wasm = await (await engine(t)).evaluate(([bundle, journals]) => journals.map(records => window.engine.state(bundle, records, 0)), [bundle, journals]);

  const folder = t.folder();
  const files = journals.map((records, i) => { const file = path.join(folder, `${i}.json`); fs.writeFileSync(file, JSON.stringify(records)); return file; });
  const native = (await example('fold', BUNDLE, ...files)).trimEnd().split('\n');
  assert.equal(native.length, wasm.length);
  for (const [i, state] of wasm.entries()) assert.equal(state, native[i], `journal ${i} of ${journals[i].length} records`);

  const last = JSON.parse(wasm[journals.length - 201]);
  assert.equal(last.step, 'result', 'the sitting by hand is over');
  assert.deepEqual(Object.keys(last.answers).sort(), [...plan.keys()].sort());
  t.figure(`${journals.length} journals, ${journals.flat().length} records, byte-equal`);
});
