// A widget's own page in frames of other sites: as high as its content after every step, in the words that each host knows. Hosts
// whose scripts cannot be had here behave as those scripts do: written for these tests from what they are seen to send and obey.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { leadership, ROOT, test } from './harness/test.mjs';
import { serve } from './harness/server.mjs';
import { Reader } from './harness/reader.mjs';

const by = body => `<script>{ const mine = e => [...document.querySelectorAll('iframe')].find(f => f.contentWindow === e.source);
  addEventListener('message', e => { ${body} }); }</script>`;
const frame = (src, attributes = '') => `<iframe id="f" title="Quiz" style="border:0;width:700px" src="${src}" ${attributes}></iframe>`;
// Resizes on `resize` and on `prepareResize` first, asks again when its window changes; throws on messages that are null.
const H5P = by(`if (e.data.context !== 'h5p') return; const f = mine(e); if (!f) return; const say = (action, more) => e.source.postMessage({ context: 'h5p', action, ...more }, e.origin);
  if (e.data.action === 'hello') { f.style.width = '700px'; addEventListener('resize', () => say('resize')); say('hello'); }
  if (e.data.action === 'prepareResize' && (f.clientHeight !== e.data.scrollHeight || e.data.scrollHeight !== e.data.clientHeight)) { f.style.height = e.data.clientHeight + 'px'; say('resizePrepared'); }
  if (e.data.action === 'resize') f.style.height = e.data.scrollHeight + 'px';`);
const EMBEDLY = by(`if (typeof e.data !== 'string') return; let m; try { m = JSON.parse(e.data); } catch { return; } if (m.context !== 'iframe.resize') return;
  for (const f of document.querySelectorAll('iframe')) if (f.src.split(/[?#]/)[0] === m.src) f.style.height = m.height + 'px';`);
const AMP = by(`if (e.data.sentinel === 'amp' && e.data.type === 'embed-size') mine(e).style.height = e.data.height + 'px';`);
const DATAWRAPPER = by(`const all = e.data['datawrapper-height']; if (all === undefined) return; for (const key in all) mine(e).style.height = all[key] + 'px';`);
const CANVAS = by(`let m = e.data; try { m = typeof m === 'string' ? JSON.parse(m) : m; } catch { return; } const subject = m && (m.subject || m.messageType);
  if (subject === undefined) return; if (subject !== 'lti.frameResize') { document.title = 'TRIPPED ' + subject; return; } mine(e).style.height = m.height + 'px';`);
const WORDPRESS = by(`const d = e.data; if (!d || !(d.secret || d.message || d.value) || /[^a-zA-Z0-9]/.test(d.secret)) return;
  const f = document.querySelector('iframe[data-secret="' + d.secret + '"]'); if (!f || f.contentWindow !== e.source) return;
  if (d.message === 'height') f.style.height = Math.min(1000, Math.max(200, parseInt(d.value, 10))) + 'px'; if (d.message === 'link') document.title = 'TRIPPED link';`);
const OPEN_EDX = by(`const { type, payload, offset, event_name } = e.data; if (String(type).startsWith('plugin.') || offset || event_name || payload) document.title = 'TRIPPED';`);

// The script of H5P hosts is in no package: a copy of it, where there is one, is a host too.
const { WAYPOST_H5P_RESIZER: resizer } = process.env;
const UNMODIFIED = resizer ? { 'h5p-resizer, unmodified': { html: src => `<script>${fs.readFileSync(resizer, 'utf8')}</script><div style="width:700px">${frame(src)}</div>` } } : {};

/** Each host by name: its page, and whether the frame has an origin of its own. */
const HOSTS = {
  ...UNMODIFIED,
  'h5p-resizer': { html: src => H5P + frame(src) },
  'Embedly, Medium': { html: src => EMBEDLY + frame(src) },
  AMP: { html: src => AMP + frame(src) },
  Datawrapper: { html: src => DATAWRAPPER + frame(src) },
  'Canvas, Brightspace': { html: src => CANVAS + frame(src) },
  'WordPress (sandboxed)': { html: src => WORDPRESS + frame(`${src}#?secret=abcDEF123`, 'sandbox="allow-scripts" data-secret="abcDEF123"'), most: 1000 },
  'h5p-resizer (sandboxed)': { html: src => H5P + frame(src, 'sandbox="allow-scripts"') },
  'pym.js 1.3.2': { html: src => `<div id="p" style="width:700px"></div><script src="/lib/pym.js/dist/pym.v1.js"></script><script>new pym.Parent('p', '${src}', {});</script>` },
  'open-iframe-resizer 2.1.0': { html: src => `${frame(src)}<script type="module">import { initialize } from '/lib/@open-iframe-resizer/core/dist/index.js'; initialize({}, '#f');</script>` },
  'open-iframe-resizer 2.1.0 (sandboxed)': { html: src => `${frame(src, 'sandbox="allow-scripts"')}<script type="module">import { initialize } from '/lib/@open-iframe-resizer/core/dist/index.js'; initialize({}, '#f');</script>` },
  'Waypost (embed.js)': { html: src => `${frame(src, 'data-waypost')}<script defer src="${new URL('../../p/v1/embed.js', src)}"></script>` },
  'all at once, in an Open edX unit': { html: src => OPEN_EDX + CANVAS + DATAWRAPPER + AMP + H5P + frame(src) },
};

/** A host page on a site of its own. */
async function hosted(t, html) {
  const folder = t.folder();
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><title>host</title><meta name="viewport" content="width=device-width"><body>${html}</body></html>`);
  const host = await serve({ '/': folder, '/lib/': path.join(ROOT, 'tests/node_modules') });
  t.cleanup.push(() => host.close());
  return host.origin;
}

/** The reader inside a page's first frame. */
async function inside(page, quiz) {
  const element = page.locator('iframe').first();
  await element.waitFor();
  return new Reader(page, await (await element.elementHandle()).contentFrame(), quiz).alive();
}

const heights = async (page, reader) => {
  const content = await reader.frame.evaluate(() => Math.ceil(document.querySelector('main.wp-frame').getBoundingClientRect().height));
  return [content, (await page.locator('iframe').first().boundingBox()).height];
};

for (const [name, { html, most = 20_000 }] of Object.entries(HOSTS)) {
  test(`in a frame of ${name} the height is right after every step, and the host does nothing else`, async t => {
    const quiz = leadership(), plan = quiz.plan(), site = await t.site();
    const page = await t.page();
    await page.goto(await hosted(t, html(`${site.origin}/course/w/leadership/`)));
    const reader = await inside(page, quiz);
    let steps = 0, worst = 0;
    const fits = async () => {
      let content, height;
      for (const end = Date.now() + 3500; Date.now() < end; await page.waitForTimeout(50)) {
        [content, height] = await heights(page, reader);
        if (Math.abs(Math.min(content, most) - height) <= 2) break;
      }
      steps += 1;
      worst = Math.max(worst, Math.abs(Math.min(content, most) - height));
      assert.ok(worst <= 2, `step ${steps}: ${content} px of content in ${height} px`);
    };
    await reader.answerAll(plan, 'click', fits);
    await fits();
    // It has come to rest, and the page around it was never told anything but heights.
    const before = await heights(page, reader);
    await page.waitForTimeout(1200);
    assert.deepEqual(await heights(page, reader), before);
    assert.equal(await page.title(), 'host');
    assert.deepEqual(page.problems, []);
    t.figure(`${steps} steps, at most ${worst} px off`);
  }, { seconds: 180 });
}

test('content that grows with its frame comes to rest within a second, and a frame alone says nothing', async t => {
  const quiz = leadership(), site = await t.site();
  const page = await t.page();
  const growing = `<script>var told = 0;</script>${by("if (e.data.sentinel !== 'amp') return; told += 1; mine(e).style.height = e.data.height + 40 + 'px';")}`;
  await page.goto(await hosted(t, growing + frame(`${site.origin}/course/w/leadership/`)));
  const reader = await inside(page, quiz);
  await reader.frame.evaluate(() => {
    const main = document.querySelector('main.wp-frame');
    addEventListener('resize', () => { main.style.paddingBottom = `${innerHeight}px`; });
  });
  await page.evaluate(() => { told = 0; document.querySelector('iframe').style.height = '500px'; });
  await page.waitForTimeout(5000);
  const told = await page.evaluate(() => told);
  assert.ok(told > 0 && told <= 6, `${told} heights in 5 s`);

  const alone = await t.page({}, "window.posted = []; const post = window.postMessage; window.postMessage = (...all) => { posted.push(all[0]); post.apply(window, all); };");
  await alone.goto(`${site.origin}/course/w/leadership/`);
  await new Reader(alone, alone, quiz).alive();
  await alone.waitForTimeout(1200);
  assert.deepEqual(await alone.evaluate(() => posted), []);
  t.figure(`${told} heights in 5 s`);
});

test('what readers do is told to a host that the author names, over the port, and to no other', async t => {
  const quiz = leadership(), plan = quiz.plan(), site = await t.site();
  const listening = src => `<script>var heard = [], seen = []; addEventListener('message', e => seen.push(e.data));
    for (const type of ['started', 'answered', 'completed', 'ready', 'visible']) addEventListener('waypost-' + type, e => heard.push(e.detail));</script>
    ${frame(src, 'data-waypost')}<script defer src="${new URL('../../p/v1/embed.js', src)}" data-relay="dataLayer plausible gtag posthog umami nonsense"></script>
    <script>window.dataLayer = []; window.calls = []; window.plausible = (...all) => calls.push(['plausible', ...all]);
    window.gtag = (...all) => calls.push(['gtag', ...all]); window.posthog = { capture: (...all) => calls.push(['posthog', ...all]) }; window.umami = { track() { throw 'a tool that fails'; } };</script>`;
  const named = await hosted(t, listening(`${site.origin}/course/w/leadership/`)), other = await hosted(t, listening(`${site.origin}/course/w/leadership/`));
  site.faults.push({ match: /w\/leadership\/index\.html$/, rewrite: text => text.replace('<main ', `$&data-hosts="${named}" `) });
  for (const [host, hears] of [[named, true], [other, false]]) {
    const page = await t.page();
    await page.goto(host);
    const reader = await inside(page, quiz);
    await reader.answerAll(plan);
    await page.waitForTimeout(300);
    const { heard, seen, layer, calls } = await page.evaluate(() => ({ heard, seen, layer: dataLayer, calls }));
    const learner = heard.filter(({ sitting }) => sitting);
    assert.ok(heard.some(({ type }) => type === 'ready'), 'what is about the page is told to any host');
    assert.equal(learner.filter(({ type }) => type === 'answered').length, hears ? plan.size : 0);
    assert.equal(JSON.stringify(seen).includes('sitting'), false, 'nothing of it in messages that anybody can hear');
    assert.equal(layer.filter(({ event }) => event === 'waypost_answered').length, hears ? plan.size : 0);
    const to = (tool, ...start) => calls.filter(([name, ...all]) => name === tool && start.every((one, at) => all[at] === one)).map(all => all.at(-1));
    const [plausible, gtag, posthog] = [to('plausible', 'waypost_answered').map(({ props }) => props), to('gtag', 'event', 'waypost_answered'), to('posthog', 'waypost_answered')];
    assert.equal(plausible.length, hears ? plan.size : 0);
    for (const tool of [gtag, posthog]) assert.deepEqual(tool, plausible, 'each tool once, in its own words');
    const props = layer.flatMap(Object.entries);
    assert.ok(props.every(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)), 'scalars only');
    assert.ok(props.every(([key]) => !/sitting|response/.test(key)));
    assert.deepEqual(page.problems.filter(text => !text.includes('a tool that fails')), []);
    if (hears) t.figure(`${learner.length} events, ${layer.length} relayed, first ${JSON.stringify(layer[1])}`);
  }
});

test('a host can set the theme of a frame and pause it, and nothing else', async t => {
  const quiz = leadership(), site = await t.site();
  const page = await t.page();
  const src = `${site.origin}/course/w/leadership/`;
  await page.goto(await hosted(t, `${frame(src, 'data-waypost data-theme="dark"')}<script defer src="${new URL('../../p/v1/embed.js', src)}"></script>`));
  const reader = await inside(page, quiz);
  const state = () => reader.frame.evaluate(() => [document.documentElement.dataset.theme, document.querySelector('main.wp-frame').inert]);
  const set = detail => page.evaluate(detail => document.querySelector('iframe').dispatchEvent(new CustomEvent('waypost-set', { detail })), detail);
  await page.waitForTimeout(300);
  assert.deepEqual(await state(), ['dark', false]);
  await set({ theme: 'light', paused: true });
  await page.waitForTimeout(100);
  assert.deepEqual(await state(), ['light', true]);
  for (const bad of [null, 7, { theme: 'x"><b>' }, { paused: 'yes' }, { answer: 'a' }, { type: 'port' }]) await set(bad);
  await set({ paused: false });
  await page.waitForTimeout(100);
  assert.deepEqual(await state(), ['light', false]);
  assert.deepEqual(page.problems, []);
});
