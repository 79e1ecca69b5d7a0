// What is typed, chosen or pressed in the prerendered question of any kind before the player is there is not lost when it comes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './harness/programs.mjs';
import { Quiz } from './harness/quiz.mjs';
import { open } from './harness/reader.mjs';
import { held } from './harness/server.mjs';
import { demo, ROOT, test } from './harness/test.mjs';

/** A site with a quiz for each kind that begins with its question, cut from the shipped one. */
function firsts(folder) {
  const [header, ...parts] = fs.readFileSync(path.join(ROOT, 'content/demo-items.md'), 'utf8').split(/^(?=## )/m);
  const items = demo().items, part = id => parts.find(text => text.includes(`{#${id} `) || text.includes(`{#${id}}`));
  const rest = parts.filter(text => text.includes('role=')).join('');
  const ids = items.map(({ form }) => `first-${form}`);
  fs.writeFileSync(path.join(folder, 'course.toml'), `title = "Firsts"\nlang = "en"\norder = ["index.md", ${ids.map(id => `"${id}.md"`).join(', ')}]\n`);
  fs.writeFileSync(path.join(folder, 'index.md'), '+++\nkind = "page"\ntitle = "Firsts"\nlang = "en"\n+++\n\nEach kind first.\n');
  for (const [at, { id }] of items.entries()) {
    const other = items[at === 1 ? 3 : 1].id;
    fs.writeFileSync(path.join(folder, `${ids[at]}.md`), `${header.replace('"demo-items"', `"${ids[at]}"`)}${part(id)}${part(other)}${rest}`);
  }
  return build(folder, path.join(folder, 'site'));
}

test('an answer of any kind given before the player is there stands in the player, with the focus', async t => {
  const folder = t.folder(), out = await firsts(folder);
  const wasm = held(/\.wasm$/), site = await t.site([wasm], { '/firsts/': out });
  const kept = [];
  for (const { form } of demo().items) {
    if (form === 'info' || form === 'order') continue;
    const quiz = new Quiz(JSON.parse(fs.readFileSync(path.join(out, `w/first-${form}/bundle.json`), 'utf8')), '/firsts/');
    const page = await t.page();
    wasm.hold();
    const reader = await open(page, site, 'page', quiz);
    const early = Object.assign(Object.create(reader), { live: reader.static });
    const { id } = quiz.items[0], chosen = quiz.wrong(id);
    await early.pick(chosen);
    assert.equal(await reader.live.count(), 0, `${form}: the player is not there yet`);
    const before = await reader.focus();
    wasm.release();
    await reader.alive();
    // A select is set without going there, so that nothing has the focus.
    if (before.surface === 'static') await reader.focused(focus => focus.surface === 'live' && focus.tag === before.tag, `${form}: the focus moves along from ${before.tag}, but is on`);
    assert.deepEqual((await reader.picked()).sort(), [...chosen].sort(), `${form}: what was given stands there`);
    if (await reader.act('check').count()) await reader.check();
    assert.deepEqual(page.problems, []);
    kept.push(form);
    await page.close();
  }
  t.figure(`${kept.length} kinds`);
});

test('buttons pressed before the player is there are pressed when it comes', async t => {
  const folder = t.folder(), out = await firsts(folder);
  const wasm = held(/\.wasm$/), site = await t.site([wasm], { '/firsts/': out });
  const read = form => new Quiz(JSON.parse(fs.readFileSync(path.join(out, `w/first-${form}/bundle.json`), 'utf8')), '/firsts/');
  const opened = async quiz => {
    wasm.hold();
    const reader = await open(await t.page(), site, 'page', quiz);
    return [reader, what => reader.within(what, reader.static)];
  };

  // A thing of an order goes down; a typed answer is checked; a slide is left.
  const order = read('order');
  const [things, within] = await opened(order);
  const shown = await within('.wp-thing').evaluateAll(all => all.map(thing => thing.dataset.option));
  await within('.wp-thing').first().locator('[data-act=down]').click();
  wasm.release();
  await things.alive();
  await things.within(`.wp-thing:nth-child(2)[data-option="${shown[0]}"]`).waitFor();

  const number = read('number');
  const [typed, fields] = await opened(number);
  await fields('input.wp-text').fill('3');
  await fields('[data-act=check]').click();
  wasm.release();
  await typed.alive();
  await typed.live.locator('.wp-feedback .wp-verdict[data-verdict=right]').waitFor();

  const info = read('info');
  const [slide, buttons] = await opened(info);
  await buttons('[data-act=next]').click();
  wasm.release();
  await slide.alive();
  await slide.live.locator(`.wp-item[data-item="${info.items[1].id}"]`).waitFor();
});
