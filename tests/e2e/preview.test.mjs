// What other sites make of a link: an oEmbed frame, a card.
import assert from 'node:assert/strict';
import { extract } from '@extractus/oembed-extractor';
import { built, shipped } from './harness/build.mjs';
import { leadership, test } from './harness/test.mjs';

test('oembed-extractor discovers the oEmbed document and finds a valid rich type', async t => {
  const quiz = leadership();
  const site = await built(t, shipped());
  const url = `${site.base}w/leadership/`;
  const found = await extract(url);
  assert.equal(found.version, '1.0');
  assert.equal(found.type, 'rich');
  assert.equal(found.title, quiz.bundle.title);
  assert.ok(Number.isInteger(found.width) && Number.isInteger(found.height) && found.height >= 200);
  assert.match(found.html, new RegExp(`<a href="${url}">`));
  assert.match(found.html, new RegExp(`<iframe src="${url}single.html"`));
  for (const address of [found.thumbnail_url, found.html.match(/src="([^"]+)"/)[1]]) assert.equal((await fetch(address)).status, 200, address);
  t.figure(`${found.type}, ${found.width} by ${found.height}`);
});

test('the card has a title, a description and a poster of the size it says', async t => {
  const site = await built(t, shipped());
  const page = await t.page();
  await page.goto(`${site.base}w/leadership/`);
  const metas = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('meta[property], meta[name^=twitter]')].map(meta => [meta.getAttribute('property') || meta.name, meta.content])));
  for (const name of ['og:title', 'og:description', 'og:url', 'og:image', 'og:image:alt', 'twitter:card']) assert.ok(metas[name], name);
  assert.equal(metas['twitter:card'], 'summary_large_image');
  const size = await page.evaluate(async src => { const image = new Image(); image.src = src; await image.decode(); return [image.naturalWidth, image.naturalHeight]; }, new URL(metas['og:image']).pathname);
  assert.deepEqual(size.map(String), [metas['og:image:width'], metas['og:image:height']]);
  assert.deepEqual(size, [1200, 630]);
});
