// The simulator in a real browser: by mouse, touch and keyboard; reloaded and killed at every turn; in frames that refuse workers;
// through links; and never in the page's way.
import assert from 'node:assert/strict';
import { test } from './harness/test.mjs';
import { ownBrowser } from './harness/browser.mjs';
import { at, open, simulator } from './harness/simulation.mjs';
import { watched } from './harness/reader.mjs';

/** A plan that takes the first, the second, the third option in turn. */
const planOf = bundle => bundle.cards.map((card, turn) => card.options[turn % card.options.length].id);

for (const id of ['mindset', 'first-ninety-days']) {
  for (const [how, options] of [['click', {}], ['tap', { hasTouch: true, viewport: { width: 360, height: 740 } }], ['keyboard', {}]]) {
    test(`${id} can be played to its debrief by ${how}`, async t => {
      const bundle = simulator(id);
      const page = await t.page(options);
      const reader = await (await open(page, await t.site(), bundle)).alive();
      await reader.play(planOf(bundle), how);
      await reader.finish(how);
      await reader.workedOut();
      const [points] = (await reader.live.locator('.wp-score').innerText()).match(/−?\d+/);
      assert.equal(await reader.live.locator('.wp-dots circle').count(), 50, 'fifty dots');
      assert.deepEqual(page.problems, []);
      t.figure(`${points} points`);
    });
  }
}

test('a reload at every step comes back to the same place, with the same figures', async t => {
  const bundle = simulator(), plan = planOf(bundle);
  const page = await t.page();
  let reader = await (await open(page, await t.site(), bundle)).alive();
  const again = async () => {
    await page.reload({ waitUntil: 'commit' });
    reader = await (await at(page, page, bundle)).alive();
  };
  for (const [turn, option] of plan.entries()) {
    await reader.option(option).locator('label').click();
    await again();
    // A card after an outcome: a reload shows the outcome again, and one step on the pick is still there.
    if (turn > 0) await reader.go();
    assert.equal(await reader.item(), bundle.cards[turn].id);
    assert.deepEqual(await reader.live.locator('.wp-option:has(input:checked)').evaluateAll(all => all.map(one => one.dataset.option)), [option], `the pick of turn ${turn + 1} is kept`);
    await reader.act('check').click();
    await reader.live.locator('.wp-outcome').waitFor();
    const before = await reader.live.locator('.wp-moved').first().innerText();
    await again();
    assert.equal(await reader.where(), 'outcome');
    assert.equal(await reader.live.locator('.wp-moved').first().innerText(), before, `the figures of turn ${turn + 1} are the same`);
    await reader.go();
  }
  const points = await reader.live.locator('.wp-score').innerText();
  await reader.finish();
  await reader.workedOut();
  const luck = await reader.live.locator('[data-part=luck]').innerText();
  await again();
  await reader.workedOut();
  assert.equal(await reader.live.locator('.wp-score').innerText(), points);
  assert.equal(await reader.live.locator('[data-part=luck]').innerText(), luck, 'the debrief is the same to the last figure');
  t.figure(`${2 * plan.length + 1} reloads`);
}, { seconds: 180 });

test('a decision is there after the browser was killed right after it', async t => {
  const bundle = simulator(), plan = planOf(bundle);
  const site = await t.site(), profile = t.folder();
  for (let visit = 0; visit <= plan.length; visit++) {
    const { context, kill } = await ownBrowser(profile);
    t.cleanup.push(kill);
    const reader = await (await open(await context.newPage(), site, bundle)).alive();
    if (visit > 0) {
      assert.equal(await reader.where(), 'outcome', `visit ${visit}`);
      const stone = await reader.live.locator('.wp-stones [data-stone=past]').count();
      assert.equal(stone, visit - 1, `visit ${visit}: all decisions are there`);
      await reader.go();
    }
    if (visit < plan.length) await reader.decide(plan[visit]);
    await kill();
  }
  t.figure(`${plan.length} of ${plan.length}`);
}, { seconds: 240 });

test('a decision made before the player is there is kept', async t => {
  const bundle = simulator();
  const site = await t.site([{ match: /\.wasm$/, delay: 2500 }]);
  const reader = await open(await t.page(), site, bundle);
  const [option] = await reader.options(reader.static);
  await reader.option(option, reader.static).locator('label').click();
  await reader.alive();
  assert.ok(await reader.input(option).isChecked(), 'the pick moved along');
  await reader.act('check').click();
  await reader.live.locator('.wp-outcome').waitFor();
});

test('one decision can be taken back, the same luck meets the next one, and the step is counted', async t => {
  const bundle = simulator();
  const page = await t.page();
  const reader = await (await open(page, await t.site(), bundle)).alive();
  const option = bundle.cards[0].options[1].id;
  await reader.decide(option);
  const told = await reader.live.locator('.wp-told').innerText(), moved = await reader.live.locator('.wp-moved').first().innerText();
  await reader.act('undo').click();
  await reader.live.locator('.wp-item:visible').waitFor();
  await reader.decide(option);
  assert.equal(await reader.live.locator('.wp-told').innerText(), told);
  assert.equal(await reader.live.locator('.wp-moved').first().innerText(), moved);
  await reader.live.locator('summary', { hasText: 'Your decisions so far' }).click();
  assert.match(await reader.live.locator('.wp-more', { hasText: 'Your decisions so far' }).innerText(), /1 step back/);
});

test('a play and a world can be shared; damaged links and links of another version are refused kindly', async t => {
  const bundle = simulator(), plan = planOf(bundle);
  const script = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } });";
  const page = await t.page({}, script), site = await t.site();
  const reader = await (await open(page, site, bundle)).alive();
  await reader.play(plan);
  await reader.finish();
  await reader.workedOut();
  const points = await reader.live.locator('.wp-score').innerText();
  const copied = async act => { await reader.act(act).click(); return new URL(await page.evaluate(() => window.copied)).hash; };
  const play = await copied('copy-play'), world = await copied('copy-world');
  assert.ok(play.slice(3).length <= 12, `${play} holds at most 12 characters of state`);
  const visit = async hash => (await open(await t.page(), site, bundle, hash)).alive();

  const shared = await visit(play);
  await shared.workedOut();
  assert.equal(await shared.live.locator('.wp-score').innerText(), points, 'the same play');
  assert.equal(await shared.act('same-luck').count(), 0, 'it cannot be changed');
  await shared.act('take').click();
  await shared.live.locator('.wp-item:visible').waitFor();

  const mine = await visit(world);
  assert.match(await mine.live.innerText(), /Somebody shared their world/);
  await mine.play(plan);
  assert.equal(await mine.live.locator('.wp-score').innerText(), points, 'the same world: the same plan earns the same');

  for (const hash of ['#r=', '#r=AAAA', '#w=%00', '#r=zzzzzzzzzzzzzzzzzz', '#else']) {
    const fresh = await visit(hash);
    assert.equal(await fresh.item(), bundle.cards[0].id, `${hash} is ignored or explained`);
  }
  t.figure(`${play.slice(3)}, ${world.slice(3)}`);
}, { seconds: 180 });

test('a moved assumption is worked out anew, and the author\'s numbers bring the first figures back', async t => {
  const bundle = simulator();
  const reader = await (await open(await t.page(), await t.site(), bundle)).alive();
  await reader.play(planOf(bundle));
  await reader.finish();
  await reader.workedOut();
  const rank = () => reader.live.locator('[data-part=luck]').innerText();
  const before = await rank();
  await reader.live.locator('.wp-param select').last().selectOption('1000');
  await reader.act('authors').waitFor();
  await reader.workedOut();
  assert.notEqual(await rank(), before);
  await reader.act('authors').click();
  await reader.act('authors').waitFor({ state: 'detached' });
  await reader.workedOut();
  assert.equal(await rank(), before);
});

test('the analysis can be stopped and goes on where it was', async t => {
  const bundle = simulator();
  const page = await t.page();
  const reader = await (await open(page, await t.site(), bundle)).alive();
  await reader.play(planOf(bundle));
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await reader.finish();
  await reader.act('stop').click();
  await reader.act('go-on').waitFor();
  const shown = await reader.live.locator('.wp-debrief').innerText();
  await page.waitForTimeout(600);
  assert.equal(await reader.live.locator('.wp-debrief').innerText(), shown, 'nothing happens while it is stopped');
  await reader.act('go-on').click();
  await reader.workedOut();
});

for (const [about, frame] of [
  ['a sandboxed frame with an origin of its own', '<iframe sandbox="allow-scripts" src="/course/w/mindset/" width="600" height="900"></iframe>'],
  ["the default frame under trusted-types 'none'", '<iframe src="/course/w/mindset/" width="600" height="900"></iframe>'],
]) {
  test(`the debrief is worked out in ${about}`, async t => {
    const bundle = simulator(), site = await t.site([{ match: /\/host\.html$/, status: 200, type: 'text/html; charset=utf-8', body: `<!doctype html><title>host</title>${frame}` }]);
    const page = await t.page();
    await page.goto(`${site.origin}/host.html`, { waitUntil: 'commit' });
    const element = page.locator('iframe');
    await element.waitFor();
    const scope = await (await element.elementHandle()).contentFrame();
    const reader = await (await at(page, scope, bundle)).alive();
    await reader.play(planOf(bundle));
    await reader.finish();
    await reader.workedOut();
    const { violations } = await watched(page);
    assert.deepEqual(violations, []);
    assert.equal(site.count(/engine/), 0, 'no worker is asked for where none may start');
    t.figure(await reader.live.locator('.wp-score').innerText());
  });
}

test('events tell each turn and the end, and nothing of the person', async t => {
  const bundle = simulator('first-ninety-days'), plan = planOf(bundle);
  const page = await t.page();
  const reader = await (await open(page, await t.site(), bundle)).alive();
  await reader.play(plan);
  await reader.finish();
  const events = (await watched(page)).events.map(({ detail }) => detail);
  const turned = events.filter(({ type }) => type === 'turned');
  assert.deepEqual(turned.map(({ data }) => data.choice), plan);
  assert.deepEqual(turned.map(({ data }) => data.turn), plan.map((_, turn) => turn + 1));
  const [completed] = events.filter(({ type }) => type === 'completed');
  assert.equal(completed.data.claim, 'model');
  assert.equal(`${completed.data.result.ending} points.`.replace('-', '−'), await reader.live.locator('.wp-score').innerText());
  assert.deepEqual(events.map(({ type }) => type), ['ready', 'started', ...plan.map(() => 'turned'), 'completed']);
});

test('the analysis never holds the page up', async t => {
  const bundle = simulator();
  const page = await t.page({}, "new PerformanceObserver(list => { window.long = (window.long || []).concat(list.getEntries().map(entry => Math.round(entry.duration))); }).observe({ type: 'longtask', buffered: true });");
  const reader = await (await open(page, await t.site(), bundle)).alive();
  await reader.play(planOf(bundle));
  await page.evaluate(() => { window.long = []; window.begun = performance.now(); });
  const first = page.evaluate(() => new Promise(resolve => {
    const observer = new MutationObserver(() => { if (document.querySelector('.wp-dots circle')) { observer.disconnect(); resolve(performance.now() - window.begun); } });
    observer.observe(document.body, { subtree: true, childList: true });
  }));
  await reader.act('debrief').click();
  const figures = await first;
  await reader.workedOut();
  const all = await page.evaluate(() => performance.now() - window.begun);
  const long = await page.evaluate(() => window.long);
  assert.ok(Math.max(0, ...long) <= 50, `tasks of ${long} ms`);
  t.figure(`first figures after ${Math.round(figures)} ms, all after ${Math.round(all)} ms, longest task ${Math.max(0, ...long)} ms`);
}, { alone: true });

test('a link can choose the start, the play keeps it, and its own link says so', async t => {
  const bundle = simulator(), plan = planOf(bundle);
  const page = await t.page(), site = await t.site();
  const gauges = reader => reader.live.locator('.wp-gauges').first().innerText();
  const usual = await gauges(await (await open(await t.page(), site, bundle)).alive());
  let reader = await (await open(page, site, bundle, '#from=manager')).alive();
  const begun = await gauges(reader);
  assert.notEqual(begun, usual, 'the gauges begin elsewhere');
  assert.match(await reader.live.innerText(), /You start on the manager track/);
  await reader.decide(plan[0]);
  const moved = await reader.live.locator('.wp-moved').first().innerText();
  await page.goto(`${site.origin}/course/w/${bundle.id}/`);
  await page.reload({ waitUntil: 'commit' });
  reader = await (await at(page, page, bundle)).alive();
  assert.equal(await reader.live.locator('.wp-moved').first().innerText(), moved, 'without the link it goes on from the same start');
  const unknown = await (await open(await t.page(), site, bundle, '#from=nobody')).alive();
  assert.equal(await gauges(unknown), usual, 'an unknown start is the usual one');
});
