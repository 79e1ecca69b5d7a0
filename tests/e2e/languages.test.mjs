// A quiz in two languages: readers find the other one, and what is not translated says which language it is in.
import assert from 'node:assert/strict';
import { nothingFound, STILL } from './harness/axe.mjs';
import { open } from './harness/reader.mjs';
import { other, test } from './harness/test.mjs';
import { walkKinds } from './states.mjs';

test('the languages of a quiz lead to each other on its own page, and not in frames', async t => {
  const site = await t.site([{ match: /\/host\.html$/, body: '<!doctype html><html lang="en"><title>Host</title><iframe title="Quiz" src="/more/w/arabic-de/" width="700" height="900"></iframe></html>', type: 'text/html; charset=utf-8' }]);
  const page = await t.page();
  await (await open(page, site, 'page', other('arabic'))).alive();
  const german = page.locator('.wp-also a');
  assert.deepEqual([await german.innerText(), await german.getAttribute('lang')], ['Deutsch', 'de']);
  await german.click();
  await page.waitForURL(/\/w\/arabic-de\/$/);
  assert.equal(await page.locator('.wp-also').innerText().then(words => words.replace(/\s+/g, ' ')), 'Auch auf: العربية');
  const alternates = await page.locator('link[hreflang]').evaluateAll(all => all.map(link => `${link.hreflang} ${new URL(link.href).pathname}`));
  assert.deepEqual(alternates, ['ar /more/w/arabic/', 'de /more/w/arabic-de/', 'x-default /more/w/arabic/']);

  await page.goto(`${site.origin}/host.html`);
  const frame = page.frameLocator('iframe');
  await frame.locator('.wp[data-surface=live]').waitFor();
  assert.equal(await frame.locator('.wp-also').isVisible(), false, 'the host has chosen the language');
  assert.deepEqual(page.problems, []);
});

test('a text that is not translated says which language it is in, also where only plain words can stand', async t => {
  const page = await t.page(), reader = await (await open(page, await t.site(), 'page', other('arabic-de'))).alive();
  const languages = locator => locator.evaluateAll(all => [...new Set(all.map(one => one.closest('[lang]').lang))]);
  assert.deepEqual(await languages(page.locator('title, h1, .wp-title:visible')), ['ar']);
  assert.deepEqual(await languages(page.locator('[data-part=intro]:visible')), ['de']);
  const seen = {};
  for (let id; (id = await reader.item()) !== null;) {
    const { form } = reader.quiz.item(id);
    if (id === 'date') assert.deepEqual(await reader.live.locator('.wp-option-text > span').evaluateAll(all => all.map(one => one.querySelector('[lang]')?.lang ?? 'de')).then(all => all.sort()), ['ar', 'de']);
    seen[form] = await reader.live.locator('.wp-item select option:not([value=""])').evaluateAll(all => [...new Set(all.map(one => one.closest('[lang]').lang))]);
    if (form === 'scale') seen.steps = await reader.live.locator('.wp-step span').evaluateAll(all => all.map(one => (one.querySelector('[lang]') ?? one.closest('[lang]')).lang));
    if (form !== 'info') await reader.pick(reader.quiz.wrong(id));
    if (await reader.act('check').count()) await reader.check();
    await reader.next();
  }
  for (const form of ['match', 'categorize', 'cloze']) assert.deepEqual(seen[form], ['ar'], form);
  assert.deepEqual([...new Set(seen.steps)].sort(), ['ar', 'de'], seen.steps.join());
  assert.deepEqual(page.problems, []);
});

test('axe finds nothing in a quiz of which a part is translated', async t => {
  await nothingFound(t, async look => walkKinds(await t.page(STILL), await t.site(), other('arabic-de'), (name, reader) => look(name, reader.frame)));
}, { seconds: 240 });
