// Messages that mean no good: from a page to the widget in its frame, and from frames to the page. None changes anything, none throws.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { leadership, test } from './harness/test.mjs';
import { serve } from './harness/server.mjs';
import { Reader } from './harness/reader.mjs';

/** Runs in the page that sends: 50 shapes, as functions of a number. */
const SHAPES = `[
  () => null, () => undefined, n => n, () => NaN, () => true, () => '', n => 'x'.repeat(n % 5000), () => '{', () => '{"waypost":1}', () => '[]',
  () => [], () => [1, 2, 3], () => ({}), () => new Date(), () => /x/, () => new Map([['waypost', 1]]), () => new Set([1]), () => new ArrayBuffer(64), () => new Blob(['x']), () => 10n,
  () => { const round = { waypost: 1 }; round.round = round; return round; },
  () => JSON.parse('{"__proto__":{"waypost":1,"type":"resized","data":{"height":1}}}'), () => JSON.parse('{"constructor":{"prototype":{"x":1}},"waypost":1}'),
  () => ({ waypost: 2, type: 'resized', data: { height: 99 } }), () => ({ waypost: '1', type: 'resized', data: { height: 99 } }), () => ({ waypost: 1 }), () => ({ waypost: 1, type: 'resized' }),
  () => ({ waypost: 1, type: 'resized', data: null }), () => ({ waypost: 1, type: 'resized', data: { height: NaN } }), () => ({ waypost: 1, type: 'resized', data: { height: Infinity } }),
  () => ({ waypost: 1, type: 'resized', data: { height: '99' } }), () => ({ waypost: 1, type: 'resized', data: { height: -5.5 } }), () => ({ waypost: 1, type: 'resized', data: { height: {} } }),
  () => ({ waypost: 1, type: '__proto__', data: {} }), () => ({ waypost: 1, type: 'constructor', data: {} }), () => ({ waypost: 1, type: 'toString', data: {} }), n => ({ waypost: 1, type: 'x'.repeat(n % 3000), data: {} }),
  () => ({ waypost: 1, type: 'port', data: { theme: 'dark' } }), () => ({ waypost: 1, type: 'port' }), () => ({ waypost: 1, type: 'port', data: { theme: {} } }), () => ({ theme: 'dark' }), () => ({ paused: true }),
  () => ({ context: 'h5p' }), () => ({ context: 'h5p', action: {} }), () => ({ message: 'ready', secret: null }), () => ({ message: 'ready', secret: 'x' }), () => ({ type: 'iframe-child-init-not' }),
  () => ({ waypost: 1, type: 'answered', sitting: 'x', data: { item: 'x', correct: true } }), () => ({ waypost: 1, type: 'completed', data: { result: {} } }), n => ({ waypost: 1, type: 'hello-' + n, widget: { toString: 1 } }),
]`;

test('10,000 messages of 50 shapes change nothing in a widget and throw nothing', async t => {
  const quiz = leadership(), site = await t.site(), folder = t.folder();
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><title>host</title><iframe title="Quiz" width="700" height="900" src="${site.origin}/course/w/leadership/"></iframe><iframe title="Sibling" src="/sibling.html"></iframe></html>`);
  fs.writeFileSync(path.join(folder, 'sibling.html'), '<!doctype html><html lang="en"><title>sibling</title></html>');
  const host = await serve({ '/': folder });
  t.cleanup.push(() => host.close());
  const page = await t.page();
  await page.goto(host.origin);
  const reader = await new Reader(page, await (await page.locator('iframe').first().elementHandle()).contentFrame(), quiz).alive();
  const state = () => reader.frame.evaluate(() => [document.documentElement.dataset.theme, document.querySelector('main.wp-frame').inert, document.querySelector('.wp[data-surface=live]').innerText]);
  const before = await state();
  const send = frames => `(async () => {
    const shapes = ${SHAPES}, widget = ${frames};
    for (let n = 0; n < 5000; n++) { widget.postMessage(shapes[n % shapes.length](n), '*'); if (n % 500 === 0) await new Promise(resolve => setTimeout(resolve)); }
    return shapes.length;
  })()`;
  assert.equal(await page.evaluate(send('frames[0]')), 50);
  const sibling = page.frames().find(frame => frame.url().endsWith('sibling.html'));
  await sibling.evaluate(send('parent.frames[0]'));
  await page.waitForTimeout(500);
  assert.deepEqual(await state(), before);
  assert.deepEqual(page.problems, []);
  // The widget still answers the reader.
  await reader.answer(quiz.right(await reader.item()));
  t.figure('10,000 messages, 0 accepted, 0 exceptions');
});

test('10,000 messages of 50 shapes from a frame and from its neighbor move nothing on the page', async t => {
  const site = await t.site(), folder = t.folder();
  fs.writeFileSync(path.join(folder, 'widget.html'), '<!doctype html><html lang="en"><title>widget</title></html>');
  fs.writeFileSync(path.join(folder, 'neighbor.html'), '<!doctype html><html lang="en"><title>neighbor</title></html>');
  const host = await serve({ '/': folder }), page = await t.page();
  t.cleanup.push(() => host.close());
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><title>host</title><script>var heard = []; for (const type of ['answered', 'completed', 'resized']) addEventListener('waypost-' + type, e => heard.push(e.detail));</script>
    <iframe title="Widget" data-waypost style="height:300px" src="${host.origin}/widget.html"></iframe><iframe title="Neighbor" style="height:300px" src="${host.origin}/neighbor.html"></iframe><script defer src="${site.origin}/course/p/v1/embed.js"></script></html>`);
  await page.goto(host.origin);
  const frameOf = name => page.frames().find(frame => frame.url().endsWith(name));
  const shapes = SHAPES.replace(/\(\) => \(\{ waypost: 1, type: '(answered|completed)'/g, "() => ({ waypost: 1, type: 'un$1'");
  const send = `(async () => { const shapes = ${shapes}; for (let n = 0; n < 4500; n++) { parent.postMessage(shapes[n % shapes.length](n), '*'); if (n % 500 === 0) await new Promise(resolve => setTimeout(resolve)); } })()`;
  await frameOf('widget.html').evaluate(send);
  await frameOf('neighbor.html').evaluate(send);
  // The right shape from the wrong frame.
  await frameOf('neighbor.html').evaluate(() => { for (let n = 0; n < 500; n++) parent.postMessage({ waypost: 1, type: 'resized', widget: 'x', data: { height: 700 + n } }, '*'); });
  // And from the right one, but far too often.
  await frameOf('widget.html').evaluate(() => { for (let n = 0; n < 500; n++) parent.postMessage({ waypost: 1, type: 'resized', widget: 'x', data: { height: 400 + n } }, '*'); });
  await page.waitForTimeout(500);
  const seen = () => page.evaluate(() => ({ heard, heights: [...document.querySelectorAll('iframe')].map(frame => frame.clientHeight) }));
  const { heard, heights } = await seen();
  assert.ok(heard.length <= 10, `at most ten changes in a second, not ${heard.length}`);
  assert.ok(heights[0] <= 414, `the frame followed ${heights[0] - 400} of 500 changes`);
  assert.equal(heights[1], 300, 'the neighbor has its height still');
  await page.waitForTimeout(800);
  const after = await seen();
  assert.deepEqual(after.heights, [899, 300], 'the last word counts when the second is over');
  assert.ok(after.heard.length <= 11, `and only that, not ${after.heard.length}`);
  assert.deepEqual(page.problems, []);
  t.figure(`10,000 messages, 0 accepted, 0 exceptions; of 500 heights in a burst ${heard.length} followed`);
});
