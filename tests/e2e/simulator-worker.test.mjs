// A simulator's debrief beside the page: in a worker where the host page allows one, in the page's own slices everywhere else, and to the
// last figure the same. Nothing that can befall the worker keeps a reader from their debrief.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { at, simulator } from './harness/simulation.mjs';
import { test } from './harness/test.mjs';
import { watched } from './harness/reader.mjs';

const bundle = simulator(), plan = bundle.cards.map((card, turn) => card.options[turn % card.options.length].id);

/** Every play has the same luck, and `window.workers` says what became of each worker. */
const LUCK = `const real = crypto.getRandomValues.bind(crypto);
crypto.getRandomValues = list => list instanceof Uint32Array ? list.fill(7) : real(list);
window.workers = [];
if (window.Worker) window.Worker = class extends Worker {
  constructor(...all) { super(...all); this.seen = { asked: 0, ended: 0 }; window.workers.push(this.seen); }
  postMessage(...all) { this.seen.asked++; super.postMessage(...all); }
  terminate() { this.seen.ended++; super.terminate(); }
};`;
/** Slices are messages of the number 0: none of them comes. */
const NO_SLICES = 'const post = MessagePort.prototype.postMessage; MessagePort.prototype.postMessage = function (data, ...all) { if (data !== 0) post.call(this, data, ...all); };';
const NO_SIMD = 'WebAssembly.validate = () => false;';

/** Plays to the debrief in an element on a host page; the player is at `site`, the page at an origin of its own where `apart`. */
async function debrief(t, { script = '', head = '', faults = [], apart = false, framed = false } = {}) {
  const folder = t.folder(), site = await t.site(faults, { '/host/': folder });
  const host = apart ? await t.site([], { '/host/': folder }) : site;
  const from = apart ? site.origin : '';
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>Host</title></head><body>
    <waypost-widget id="w" kind="simulator" src="${from}/course/w/mindset/"></waypost-widget><script defer src="${from}/course/p/v1/embed.js"></script></body></html>`);
  const page = await t.page({}, LUCK + script);
  await page.goto(`${host.origin}/host/`);
  const frame = framed && await page.locator('iframe').elementHandle();
  const reader = await (await at(page, frame ? await frame.contentFrame() : page, bundle)).alive();
  await reader.play(plan);
  assert.equal(site.count(/engine/), 0, 'no worker is loaded before there is work for it');
  await reader.finish();
  return { page, site, reader, workers: () => page.evaluate(() => window.workers) };
}

/** All words and figures of a debrief, with the tables behind its charts. */
async function figures({ reader }) {
  await reader.workedOut();
  return reader.live.locator('.wp-debrief').evaluate(debrief => debrief.textContent);
}

let slices;
/** What the slices alone come to. */
const bySlices = t => slices ||= (async () => {
  const run = await debrief(t, { script: NO_SIMD });
  const words = await figures(run);
  assert.deepEqual([await run.workers(), run.site.count(/engine/)], [[], 0], 'where there is no SIMD, there is no worker and no download');
  return words;
})();

const WORKS = {
  'on a page of the same origin, while no slice runs in the page': { script: NO_SLICES },
  'on a page of another origin than the player, while no slice runs in the page': { script: NO_SLICES, apart: true },
  'beside the slices': {},
};
for (const [where, options] of Object.entries(WORKS)) {
  test(`a worker comes to the same debrief as the slices alone, ${where}`, async t => {
    const run = await debrief(t, options);
    assert.equal(await figures(run), await bySlices(t));
    const [worker, ...more] = await run.workers();
    assert.deepEqual([more, worker.ended], [[], 1], 'one worker, and it is gone when all is done');
    assert.equal(run.site.count(/engine/), 1, 'its program came once');
    assert.deepEqual(run.page.problems, []);
    assert.deepEqual((await watched(run.page)).violations, []);
    if (options.script) assert.equal(worker.asked, 1, 'it did the work');
  });
}

const FAILS = {
  'the file is missing': { faults: [{ match: /engine/, status: 404 }] },
  'the file is cut': { faults: [{ match: /engine/, cut: 0.5 }] },
  'the file is something else': { faults: [{ match: /engine/, body: 'no program' }] },
  'the file does not come': { faults: [{ match: /engine/, until: new Promise(() => {}) }] },
  'the policy of the page forbids it': { head: `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'">` },
  'the page wants Trusted Types but for the scripts of the player': {
    head: `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'"><script>trustedTypes.createPolicy('default', { createScriptURL: address => address.startsWith('blob:') ? null : address });</script>`,
  },
  'the page wants Trusted Types, so that the element becomes a frame': {
    head: `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'">`, framed: true,
  },
  'the page cannot make one': { script: "window.Worker = class { constructor() { throw new TypeError('no'); } };" },
  'the browser has none': { script: 'delete window.Worker;' },
  'it never says a word': { script: 'window.Worker = class { postMessage() {} terminate() {} };' },
  'it talks nonsense': { script: 'window.Worker = class { postMessage() { setTimeout(() => this.onmessage({ data: new Float64Array([5, 900, 7]) })); } terminate() {} };' },
  'it falls silent once it is ahead': {
    script: `const Real = Worker; window.Worker = class extends Real {
      set onmessage(heard) { let first = true; super.onmessage = event => { if (first) heard(event); first = false; }; }
    };`,
  },
  'it dies once it is ahead': {
    script: `const Real = Worker; window.Worker = class extends Real {
      set onmessage(heard) { super.onmessage = event => { super.onmessage = null; heard(event); setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true }))); }; }
    };`,
  },
};
for (const [what, options] of Object.entries(FAILS)) {
  test(`a debrief is worked out where ${what}, without a worker`, async t => {
    const run = await debrief(t, options);
    assert.equal(await figures(run), await bySlices(t));
    // A second one on the same page does not try again.
    const tried = run.site.count(/engine/);
    await run.reader.live.locator('.wp-param select').last().selectOption('1000');
    await run.reader.act('authors').waitFor();
    await run.reader.workedOut();
    assert.equal(run.site.count(/engine/), tried);
    if (/Trusted/.test(what)) assert.deepEqual([tried, await run.workers()], [0, []], 'nothing is tried that would be told as a breach');
  });
}

test('a worker that is ahead leaves the page alone, and one that fails hands over to the page', async t => {
  // The first news of this worker say that nearly all is done: from then on the page waits, until the worker is silent for a second.
  const script = `window.slices = 0; const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (data, ...all) { if (data === 0) window.slices++; post.call(this, data, ...all); };
    window.Worker = class {
      postMessage() { setTimeout(() => { this.onmessage({ data: new Float64Array([5, 998, 0, 0, 0, 0, 0]) }); window.ahead = true; }); }
      terminate() { window.ended = true; }
    };`;
  const run = await debrief(t, { script });
  await run.page.waitForFunction(() => window.ahead);
  const before = await run.page.evaluate(() => new Promise(resolve => setTimeout(() => resolve(window.slices), 100)));
  await run.page.waitForTimeout(300);
  assert.deepEqual(await run.page.evaluate(() => [window.slices, window.ended]), [before, undefined], 'the page waits');
  assert.equal(await figures(run), await bySlices(t));
  assert.ok(await run.page.evaluate(() => window.slices > 0 && window.ended));
});

for (const [how, leave] of [
  ['stops the analysis', ({ reader }) => reader.act('stop').click()],
  ['leaves the page\'s element', ({ page }) => page.evaluate(() => document.querySelector('#w').remove())],
  ['plays again', ({ reader }) => reader.act('same-luck').click()],
]) {
  test(`a worker ends when the reader ${how}`, async t => {
    // It never comes to an end by itself.
    const script = `window.ended = 0; window.Worker = class {
      postMessage() { this.timer = setInterval(() => this.onmessage({ data: new Float64Array([0, 0, 0, 0, 0, 0, 0]) }), 50); window.begun = true; }
      terminate() { clearInterval(this.timer); window.ended++; }
    };${NO_SLICES}`;
    const run = await debrief(t, { script });
    await run.page.waitForFunction(() => window.begun);
    assert.equal(await run.page.evaluate(() => window.ended), 0);
    await leave(run);
    await run.page.waitForFunction(() => window.ended === 1, null, { timeout: 900 });
    assert.deepEqual(run.page.problems, []);
  });
}

test('with a worker and without one the first figures come at once, and the page is never held up', async t => {
  const clock = `new PerformanceObserver(list => { window.long = (window.long || []).concat(list.getEntries().map(entry => Math.round(entry.duration))); }).observe({ type: 'longtask', buffered: true });
    addEventListener('click', event => {
      if (!event.composedPath().some(one => one.dataset?.act === 'debrief')) return;
      [window.begun, window.long] = [performance.now(), []];
      const live = document.querySelector('#w').shadowRoot;
      const look = () => {
        if (live.querySelector('.wp-dots circle')) window.first ||= performance.now() - window.begun;
        if (live.querySelector('.wp-debrief:not(:has(.wp-working))')) window.all ||= performance.now() - window.begun; else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, true);`;
  for (const [how, script] of [['with a worker', clock], ['in slices alone', clock + NO_SIMD]]) {
    const { page, reader } = await debrief(t, { script });
    await reader.workedOut();
    await page.waitForFunction(() => window.all);
    const { first, all, long } = await page.evaluate(() => ({ first: window.first, all: window.all, long: window.long }));
    assert.ok(first <= 150, `${how}: first figures after ${first} ms`);
    assert.ok(Math.max(0, ...long) <= 50, `${how}: tasks of ${long} ms`);
    t.figure(`${how}: first figures after ${Math.round(first)} ms, all after ${Math.round(all)} ms, longest task ${Math.max(0, ...long)} ms`);
    await page.close();
  }
}, { alone: true });
