// Pages that mean well and are built badly, and some that mean no good: the quiz can be used on each of them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DIST, leadership, test } from './harness/test.mjs';
import { Reader, watched } from './harness/reader.mjs';

const WIDGET = '<waypost-widget id="w" src="/course/w/leadership/"><a href="/course/w/leadership/">The quiz</a></waypost-widget>';
const EMBED = '<script defer src="/course/p/v1/embed.js"></script>';
const page = (body, head = '', attributes = '') => `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>${head}</head><body>${body}</body></html>`;
const early = script => page(WIDGET + EMBED, `<script>${script}</script>`);
const styled = css => page(WIDGET + EMBED, `<style>${css}</style>`);

/** The pages by name: markup, and what happens once the quiz is there. */
const PAGES = {
  'resets every style': { html: styled('* { all: unset }') },
  'makes all boxes content-box and all text vanish': { html: styled('*, *::before { box-sizing: content-box !important } html { font-size: 0 } body { font-size: 0; line-height: 0 }') },
  'forces fonts, colors and floats on all elements': { html: styled('* { font-family: fantasy !important; color: lime; float: left; letter-spacing: 9px; text-transform: uppercase; direction: ltr }') },
  'hides all inputs and fieldsets': { html: styled('input, fieldset, button, label { display: none !important; pointer-events: none }') },
  'sets every margin, position and size': { html: styled('p, div, h2, ul, li { margin: 99px; position: fixed; width: 3px }') },
  'reads from right to left': { html: page(WIDGET + EMBED, '', 'dir="rtl"') },
  'is black': { html: styled('html, body { background: #000; color: #fff; color-scheme: dark }') },
  'has an image called currentScript': { html: page(`<img name="currentScript" src="data:,"><a id="currentScript" href="https://evil.example/"></a>${WIDGET}${EMBED}`) },
  'has forms called body, head and documentElement': { html: page(`<form name="body"></form><form name="head"></form><form name="documentElement"></form>${WIDGET}${EMBED}`) },
  'has elements called waypost, customElements, location and WebAssembly': { html: page(`<b id="waypost"></b><b id="waypost_quiz"></b><form id="customElements"></form><img name="location" alt=""><a id="WebAssembly"></a><b id="FILES"></b>${WIDGET}${EMBED}`) },
  'loads the script three times, before and after': { html: page(`<script src="/course/p/v1/embed.js"></script>${WIDGET}${EMBED}${EMBED}`) },
  'loads two copies from two addresses': { html: page(`${WIDGET}${EMBED}<script defer src="/course/p/v1/embed.js?again"></script>`) },
  'adds to the prototypes of arrays and objects': { html: early("Array.prototype.first = function () { return this[0]; }; Object.prototype.extend = function () {}; String.prototype.strip = String.prototype.trim;") },
  'freezes the prototypes': { html: early('for (const type of [Object, Array, Function, String]) Object.freeze(type.prototype);') },
  'replaces Promise.prototype.finally and JSON.stringify with its own': { html: early('const real = JSON.stringify; JSON.stringify = (...all) => real(...all); const then = Promise.prototype.then; Promise.prototype.then = function (...all) { return then.apply(this, all); };') },
  'wraps fetch and addEventListener': { html: early('const real = fetch; window.fetch = (...all) => real(...all); const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (...all) { return add.apply(this, all); };') },
  'has an old toJSON on its arrays': { html: early("Array.prototype.toJSON = function () { return this.map(one => one); };") },
  'takes every key for itself': {
    html: early("addEventListener('keydown', event => { event.preventDefault(); event.stopPropagation(); window.keys = (window.keys || 0) + 1; }, false);"),
    how: 'keyboard',
  },
  'stops every click on its way up': { html: early("document.addEventListener('click', event => event.stopPropagation());") },
  'moves the widget': { html: page(`<div id="a">${WIDGET}</div><div id="b"></div>${EMBED}`), then: () => document.querySelector('#b').append(document.querySelector('#w')) },
  'moves it twice in one task': { html: page(`<div id="a">${WIDGET}</div><div id="b"></div>${EMBED}`), then: () => { document.querySelector('#b').append(document.querySelector('#w')); document.querySelector('#a').append(document.querySelector('#w')); } },
  'takes it out and puts it back': { html: page(`<div id="a">${WIDGET}</div>${EMBED}`), then: async () => { const widget = document.querySelector('#w'); widget.remove(); await new Promise(resolve => setTimeout(resolve, 200)); document.querySelector('#a').append(widget); } },
  'writes its body anew': { html: page(`<main>${WIDGET}</main>${EMBED}`), then: () => { const main = document.querySelector('main'); main.replaceChildren(...[...main.childNodes].map(node => node.cloneNode(true))); } },
  'shows it later': { html: page(`<div id="a" hidden>${WIDGET}</div>${EMBED}`), before: () => { document.querySelector('#a').hidden = false; } },
  'keeps it in a shadow root of its own': { html: page(`<x-post></x-post>${EMBED}<script>customElements.define('x-post', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '${WIDGET.replace(/\//g, '\\/')}'; } });</script>`) },
  'is translated': {
    html: page(WIDGET + EMBED),
    then: () => {
      const walker = document.createTreeWalker(document.querySelector('#w').shadowRoot.querySelector('.wp[data-surface=live]'), NodeFilter.SHOW_TEXT), texts = [];
      while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
      for (const text of texts) { const font = document.createElement('font'); text.replaceWith(font); font.append(text); }
    },
  },
  'zooms to 400 %': { html: styled('html { zoom: 4 }') },
  'has neither caches nor service workers': { html: early("delete window.caches; Object.defineProperty(navigator, 'serviceWorker', { value: undefined });") },
};

const names = Object.keys(PAGES);
assert.ok(names.length >= 25);
for (const name of names) {
  test(`the quiz can be used on a page that ${name}`, async t => {
    const { html, before, then, how } = PAGES[name], quiz = leadership(), first = quiz.items[0].id;
    const folder = t.folder();
    fs.writeFileSync(path.join(folder, 'index.html'), html);
    const site = await t.site([], { '/host/': folder });
    const page = await t.page();
    await page.goto(`${site.origin}/host/`);
    if (before) await page.evaluate(before);
    const reader = new Reader(page, page, quiz, '#w');
    await page.locator('#w').first().scrollIntoViewIfNeeded();
    await reader.alive();
    if (then) { await page.evaluate(then); await page.waitForTimeout(100); await page.locator('#w').first().scrollIntoViewIfNeeded(); await reader.alive(); }
    const chosen = quiz.wrong(first);
    // Where the keys are the matter, the reader is at the first option already: the way there is the page's.
    if (how) await reader.live.locator('.wp-option input').first().focus();
    await reader.answer(chosen, how);
    if (how) assert.equal(await page.evaluate(() => window.keys ?? 0), 0, 'no key for the quiz is a shortcut of the page');
    const verdict = reader.live.locator('.wp-feedback .wp-verdict').first();
    assert.equal(await verdict.getAttribute('data-verdict'), quiz.verdict(first, chosen));
    assert.ok((await reader.shown()).includes(quiz.text(`${first}.${chosen[0]}/feedback`)), 'the feedback is there to read');
    await reader.next();
    assert.equal(await reader.item(), quiz.items[1].id);
    assert.equal((await watched(page)).events.filter(({ type }) => type === 'answered').length, 1, 'told once');
    assert.deepEqual(page.problems, []);
  });
}

for (const width of [360, 1000]) {
  test(`20 widgets in a post on a slow network move nothing at ${width} px`, async t => {
    const { widgets } = JSON.parse(fs.readFileSync(path.join(DIST, 'course/course.json'), 'utf8'));
    // The snippet as authors copy it.
    const { embeds } = widgets.find(({ id }) => id === 'leadership'), { code } = embeds.find(({ form }) => form === 'iframe-script');
    const framed = `<p>Prose stands between the widgets, and a reader who scrolls.</p>${code.split('\n')[0].replace('{base}', '/course/')}`;
    const folder = t.folder();
    fs.writeFileSync(path.join(folder, 'index.html'), page(framed.repeat(20) + EMBED, '<style>body { max-width: 640px; margin: auto }</style>'));
    const site = await t.site([{ match: /\.(wasm|js)$/, delay: 600 }], { '/host/': folder });
    const post = await t.page({ viewport: { width, height: 800 } });
    await post.goto(`${site.origin}/host/`);
    // Down at a reader's pace, each widget until its player has taken over.
    for (const framed of await post.locator('iframe').elementHandles()) {
      while (await framed.evaluate(frame => frame.getBoundingClientRect().top > 300)) {
        await post.evaluate(() => scrollBy(0, 250));
        await post.waitForTimeout(100);
      }
      await (await framed.contentFrame()).locator('.wp[data-surface=live]').waitFor({ timeout: 20_000 });
    }
    await post.waitForTimeout(1000);
    const { shift, shifts } = await watched(post);
    assert.equal(shift, 0, shifts.slice(0, 4).join(' | '));
    assert.equal(await post.locator('iframe').count(), 20);
    t.figure('CLS 0, 20 of 20 at work');
  }, { alone: true, seconds: 180 });
}
