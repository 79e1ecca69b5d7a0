// Links between widgets: they lead to the part that is meant, and from wherever the widget stands.
import assert from 'node:assert/strict';
import { openChooser } from './harness/chooser.mjs';
import { open as openSimulator, simulator } from './harness/simulation.mjs';
import { leadership, test } from './harness/test.mjs';
import { Reader } from './harness/reader.mjs';

const item = page => page.locator('.wp[data-surface=live] .wp-item').first().getAttribute('data-item');

test('a link to a part of a quiz opens its first open question, also for who has begun', async t => {
  const quiz = leadership(), page = await t.page(), site = await t.site();
  const first = section => quiz.bundle.items.find(item => item.section === section).id;
  const arrive = async section => {
    await page.goto(`${site.origin}/course/w/leadership/#at=${section}`);
    await page.reload();
    await page.locator('.wp[data-surface=live]').waitFor();
  };
  await arrive('planning');
  assert.equal(await item(page), first('planning'));
  const reader = new Reader(page, page, quiz);
  await reader.answer(quiz.right(first('planning')));
  await arrive('teams');
  assert.equal(await item(page), first('teams'), 'from the middle of another part');
  await arrive('no-such-part');
  assert.equal(await item(page), first('teams'), 'a name that is not there leaves the reader where they are');
  assert.deepEqual(page.problems, []);
});

test('a link to the part of a quiz in which the reader is writes nothing down', async t => {
  const quiz = leadership(), page = await t.page(), site = await t.site();
  const section = quiz.bundle.items[0].section;
  await page.goto(`${site.origin}/course/w/leadership/#at=${section}`);
  await page.locator('.wp[data-surface=live]').waitFor();
  const reader = new Reader(page, page, quiz);
  assert.equal(await item(page), quiz.bundle.items[0].id);
  assert.deepEqual(await reader.journal(), []);
  await reader.answer(quiz.right(quiz.items[0].id));
  assert.deepEqual((await reader.journal()).map(record => Object.keys(JSON.parse(record).action)[0]), ['start', 'draft', 'commit']);
});

test('a link to a gauge of a simulator shows which one it is', async t => {
  const page = await t.page();
  await (await openSimulator(page, await t.site(), simulator('mindset'), '#at=wip')).alive();
  const gauge = page.locator('.wp[data-surface=live] .wp-pointed');
  assert.equal(await gauge.count(), 1);
  assert.equal(await gauge.getAttribute('aria-current'), 'true');
  assert.equal(await gauge.locator('.wp-gauge-name').innerText(), 'Open commitments');
});

/** Where the links of the result lead, without the origin. */
const led = (page, within = '') => page.locator(`.wp[data-surface=live] ${within} a[href*="index.html"]`)
  .evaluateAll(all => all.map(link => new URL(link.href)).map(({ pathname, hash }) => pathname + hash));

test('the result of the land mines leads to the questions and the gauge that belong to the first of them, also as an element in another folder', async t => {
  const page = await t.page();
  const host = '<!doctype html><html lang="en"><title>Host</title><waypost-widget src="/course/w/land-mines/" kind="chooser"></waypost-widget><script src="/course/p/v1/embed.js"></script></html>';
  const site = await t.site([{ match: /\/blog\/post\.html$/, body: host, type: 'text/html; charset=utf-8' }]);
  const reader = await (await openChooser(page, site, 'land-mines')).alive();
  await reader.questions((values, asked) => values[(asked * 7 + 2) % values.length]);
  assert.equal(await reader.screen(), 'reveal');
  const links = await led(page, ':is(.wp-leader, .wp-strategy)');
  assert.ok(links.some(link => /^\/course\/w\/leadership\/index\.html#at=[a-z]+$/.test(link)), links.join('\n'));
  assert.ok(links.some(link => /^\/course\/w\/mindset\/index\.html#at=[a-z]+$/.test(link)), links.join('\n'));

  // The same journal: the reader comes back to the result.
  await page.goto(`${site.origin}/blog/post.html`);
  await page.locator('.wp[data-surface=live] .wp-strategy').first().waitFor();
  assert.deepEqual(await led(page, ':is(.wp-leader, .wp-strategy)'), links);
});
