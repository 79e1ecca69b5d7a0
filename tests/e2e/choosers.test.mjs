// The choosers in a real browser: by mouse, touch and keyboard alone, axe in every state, reload and kill at every step, the gut hidden,
// "what if" at once, the calendar, the link, what is told to the page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { nothingFound, STILL } from './harness/axe.mjs';
import { ownBrowser } from './harness/browser.mjs';
import { chooser, openChooser, walkMines, walkTrack } from './harness/chooser.mjs';
import { test } from './harness/test.mjs';

const WALKS = { track: walkTrack, 'land-mines': walkMines };

for (const id of Object.keys(WALKS)) {
  test(`axe finds nothing in any state of the chooser ${id}`, async t => {
    const page = await t.page(STILL), reader = await (await openChooser(page, await t.site(), id)).alive();
    await nothingFound(t, look => WALKS[id](reader, name => look(name, page)));
    assert.deepEqual(page.problems, []);
  }, { seconds: 180 });
}

for (const id of Object.keys(WALKS)) {
  test(`the chooser ${id} goes through by touch on a phone, in 320 px without anything cut off`, async t => {
    const page = await t.page({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
    const reader = await (await openChooser(page, await t.site(), id)).alive();
    let states = 0;
    await WALKS[id](reader, async name => {
      states += 1;
      const [wide, small] = await page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        [...document.querySelectorAll('.wp[data-surface=live] :is(label, button, summary)')].filter(one => one.offsetParent && !one.matches('.wp-entry label, .wp-note') && one.getBoundingClientRect().height < 43.5).map(one => one.textContent),
      ]);
      assert.ok(wide <= 0, `${name}: ${wide} px wider than the screen`);
      assert.deepEqual(small, [], `${name}: targets under 44 px`);
    }, 'tap');
    t.figure(`${states} states`);
  }, { seconds: 180 });
}

test('the track chooser goes through by keyboard alone: arrows never submit, each screen takes the focus to its heading', async t => {
  const page = await t.page();
  const reader = await (await openChooser(page, await t.site(), 'track')).alive();
  // The focus moves one task after the view.
  const focused = name => page.waitForFunction(name => document.activeElement.classList.contains(name), name, { timeout: 2000 });
  await reader.keys('gut', 17);
  await reader.keys('sure', 3);
  await reader.keys('check-1', 'no');
  assert.equal(await reader.screen(), 'start', 'arrows do not submit');
  await reader.press('next');
  await focused('wp-screen');
  await reader.press('next');
  await reader.keys('source', 4);
  await reader.tabTo(focus => focus.type === 'text');
  await page.keyboard.type('Time at home');
  await reader.tabTo(focus => focus.act === 'add');
  await page.keyboard.press('Enter');
  await reader.live.locator('.wp-concern').waitFor();
  await reader.press('next');
  let asked = 0;
  while (await reader.screen() === 'ask') {
    await focused('wp-stem');
    await reader.keys(await reader.asked(), asked % 4);
    await reader.press('next');
    asked += 1;
    assert.ok(asked < 40);
  }
  await focused('wp-screen');
  await reader.press('next');
  await reader.keys('gut', 67);
  await reader.press('next');
  await reader.keys('choice', 'undecided');
  await reader.press('next');
  assert.equal(await reader.screen(), 'revisit');
  t.figure(`${asked} pairs`);
}, { seconds: 180 });

test('a row of a chooser has its columns before its options come, so that nothing moves while the page comes in', async t => {
  const page = await t.page({ viewport: { width: 1280, height: 900 } });
  const reader = await (await openChooser(page, await t.site(), 'track')).alive();
  const rows = () => reader.live.locator('.wp-line-of').evaluateAll(all => all.map(row => {
    const bare = row.cloneNode(false);
    row.after(bare);
    const columns = getComputedStyle(bare).gridTemplateColumns.split(' ').length;
    bare.remove();
    return [columns, row.children.length];
  }));
  let seen = 0;
  await walkTrack(reader, async () => {
    for (const [columns, options] of await rows()) {
      assert.equal(columns, options);
      seen += 1;
    }
  });
  assert.ok(seen >= 3, `${seen} rows`);
}, { seconds: 120 });

test('the land-mine chooser goes through by keyboard alone', async t => {
  const page = await t.page();
  const reader = await (await openChooser(page, await t.site(), 'land-mines')).alive();
  for (let asked = 0; ['start', 'ask', 'tiebreak'].includes(await reader.screen()); asked += 1) {
    const name = await reader.asked();
    const values = await reader.live.locator(`[data-set="${name}"] input`).evaluateAll(all => all.map(one => one.value));
    await reader.keys(name, values[asked % values.length]);
    await reader.press('next');
    assert.ok(asked < 25);
  }
  assert.equal(await reader.screen(), 'reveal');
  assert.match(await reader.heading(), /Your answers|Nothing stands out/);
}, { seconds: 120 });

test('those who hear a chooser get a name for every control: sets by their question, steps by whose statement they are about', async t => {
  const page = await t.page();
  const reader = await (await openChooser(page, await t.site(), 'track')).alive();
  for (const name of ['All IC', 'Mostly IC', 'Torn', 'All Manager']) await page.getByRole('radio', { name, exact: true }).waitFor();
  await page.getByRole('group', { name: /Ask your gut first/ }).waitFor();
  await reader.set('gut', 50);
  for (const _ of [1, 2, 3]) await reader.go();
  const steps = page.locator('.wp[data-surface=live] [data-pair]').getByRole('radio');
  const names = await steps.evaluateAll(all => all.map(one => one.labels[0].textContent.trim()));
  assert.deepEqual(names, ['Much more the first', 'A bit more the first', 'A bit more the second', 'Much more the second']);
  const described = await steps.evaluateAll(all => all.map(one => one.getRootNode().getElementById(one.getAttribute('aria-describedby')).textContent));
  assert.equal(new Set(described).size, 2, 'each step is described by its statement');
  await reader.pairs(() => 3);
  const named = await page.locator('.wp[data-surface=live]').evaluate(root => {
    const nameless = [...root.querySelectorAll('button, input, textarea, summary, a')].filter(one => one.offsetParent && !(one.labels?.[0] ?? one).textContent.trim());
    return { nameless: nameless.map(one => one.outerHTML), status: root.querySelectorAll('[role=status]').length };
  });
  assert.deepEqual(named, { nameless: [], status: 1 });
  await page.getByRole('table', { name: 'What moved it' }).waitFor();
});

test('reload and kill at every step of both choosers lose no answer', async t => {
  const site = await t.site();
  let steps = 0;
  for (const id of Object.keys(WALKS)) {
    const profile = t.folder();
    let own = await ownBrowser(profile);
    t.cleanup.push(() => own.kill());
    const start = async () => {
      const page = await own.context.newPage();
      page.setDefaultTimeout(15_000);
      return (await openChooser(page, site, id)).alive();
    };
    let reader = await start();
    const answers = () => reader.live.locator('input:checked').evaluateAll(all => all.map(one => `${one.name.replace(/^wp\d+/, '')}=${one.value}`));
    const place = async () => (await reader.place()).replace(/wp\d+/g, '');
    const survives = async how => {
      const before = [await place(), await answers()];
      // The page's word that it is saved is what a reader relies on.
      await reader.live.locator('.wp-saved', { hasText: /Saved on this device/ }).waitFor();
      if (how === 'kill') {
        await own.kill();
        own = await ownBrowser(profile);
        reader = await start();
      } else {
        await reader.page.reload({ waitUntil: 'commit' });
        await reader.alive();
      }
      assert.deepEqual([await place(), await answers()], before, `after ${how}`);
      steps += 1;
    };
    const every = turn => survives(turn % 4 === 1 ? 'kill' : 'reload');
    if (id === 'track') {
      await reader.set('gut', 83);
      await survives('kill');
      await reader.go();
      await survives('reload');
      await reader.go();
      await reader.set('time', 4);
      await survives('kill');
      await reader.go();
      for (let asked = 0; await reader.screen() === 'ask'; asked += 1) {
        await reader.set(await reader.asked(), asked % 4);
        await every(asked);
        await reader.go();
      }
      await survives('kill');
      await reader.go();
      await reader.set('gut', 67);
      await survives('reload');
      await reader.go();
    } else {
      for (let asked = 0; ['start', 'ask', 'tiebreak'].includes(await reader.screen()); asked += 1) {
        const name = await reader.asked();
        const values = await reader.live.locator(`[data-set="${name}"] input`).evaluateAll(all => all.map(one => one.value));
        await reader.set(name, values[(asked * 3 + 1) % values.length]);
        await every(asked);
        await reader.go();
      }
      await survives('kill');
      await reader.go();
    }
    await reader.set('choice', id === 'track' ? 'ic' : 'team');
    await reader.live.locator('.wp-plan').waitFor();
    await reader.page.reload({ waitUntil: 'commit' });
    await reader.alive();
    assert.equal(await reader.screen(), 'revisit', 'a finished sitting opens on what was chosen');
    await own.kill();
  }
  t.figure(`${steps} steps`);
}, { alone: true, seconds: 400 });

test('the gut of a chooser stays hidden from where it is said to the reveal, then stands beside the answers', async t => {
  const page = await t.page();
  const reader = await (await openChooser(page, await t.site(), 'track')).alive();
  let scans = 0;
  const hidden = async () => {
    scans += 1;
    const html = await reader.live.evaluate(root => root.outerHTML);
    assert.ok(!/Mostly IC|\bgut\b/i.test(html), 'nothing of the gut is in the document');
  };
  await reader.set('gut', 17);
  for (const _ of [1, 2, 3]) { await reader.go(); await hidden(); }
  await reader.pairs(() => 2, 'click', hidden);
  assert.match(await reader.words(), /Your gut said: Mostly IC\./);
  t.figure(`0 hits in ${scans} scans`);
});

test('the gut of a chooser said before the player is there is kept, and the first step moves nothing', async t => {
  const page = await t.page();
  const site = await t.site([{ match: /chooser.*\.wasm$/, delay: 1500 }]);
  const reader = await openChooser(page, site, 'track');
  await reader.static.locator('[data-set=gut] label:has(input[value="33"])').click();
  await reader.alive();
  await reader.live.locator('[data-set=gut] input[value="33"]:checked').waitFor();
  await reader.live.locator('[data-set=sure]').waitFor();
});

test('a chooser asks what if: one changed answer in the reveal moves the readings at once, and is taken back', async t => {
  const page = await t.page();
  const reader = await (await openChooser(page, await t.site(), 'track')).alive();
  for (const _ of [1, 2, 3]) await reader.go();
  await reader.pairs(asked => [3, 2, 1, 2][asked % 4]);
  const now = () => reader.live.locator('.wp-dots circle.wp-dot[cy], .wp-plot circle').evaluateAll(all => all.map(one => one.getAttribute('cx')).join());
  const before = await now();
  const link = reader.live.locator('[data-act=open]').first();
  if (await link.count()) {
    await link.click();
    await page.waitForFunction(() => document.activeElement.dataset?.asked === 'true');
  } else await reader.live.locator('.wp-what-if > summary').click();
  const pair = await reader.live.locator('.wp-answers [data-pair]').first().getAttribute('data-pair');
  const took = await reader.live.locator(`[data-pair="${pair}"] input[value="0"]`).evaluate(async input => {
    const root = input.closest('.wp'), begun = performance.now(), before = root.querySelector('.wp-now').textContent + [...root.querySelectorAll('.wp-plot circle')].map(one => one.getAttribute('cx')).join();
    input.click();
    while (root.querySelector('.wp-now').textContent + [...root.querySelectorAll('.wp-plot circle')].map(one => one.getAttribute('cx')).join() === before && performance.now() - begun < 3000) await new Promise(resolve => setTimeout(resolve));
    return performance.now() - begun;
  });
  assert.notEqual(await now(), before);
  assert.match(await reader.live.locator('.wp-status').innerText(), /Your answers|Not settled|A close call/);
  await reader.act('undo').click();
  await page.waitForFunction(() => !document.querySelector('.wp[data-surface=live] [data-act=undo]'));
  assert.equal(await now(), before);
  assert.ok(took < 200, `${took} ms`);
  t.figure(`readings, bars and flip set anew after ${took.toFixed(0)} ms`);
});

test('the experiment of a chooser opens in a calendar: a day for each kept step and three to look how it goes', async t => {
  const page = await t.page({ acceptDownloads: true });
  const reader = await (await openChooser(page, await t.site(), 'track')).alive();
  await walkTrack(reader, async name => {
    if (name !== 'experiment') return;
    const steps = reader.live.locator('.wp-plan .wp-option input'), kept = await steps.count() - 1;
    await steps.nth(1).uncheck();
    const [download] = await Promise.all([page.waitForEvent('download'), reader.act('calendar').click()]);
    const file = fs.readFileSync(await download.path(), 'utf8');
    assert.equal(file.split('BEGIN:VEVENT').length - 1, kept + 3);
    assert.ok(file.split('\r\n').every(line => Buffer.byteLength(line) <= 75), 'lines have at most 75 octets');
    assert.ok(!/ATTENDEE|children|much more/i.test(file), 'nobody invited, no answers');
    assert.equal(new Set(file.match(/^UID:.*$/gm)).size, kept + 3);
    t.figure(`${file.length} bytes`);
  });
});

test('a link of a chooser brings the answers elsewhere: to look at, to go on from, without words of the reader\'s own', async t => {
  const page = await t.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  const site = await t.site();
  const reader = await (await openChooser(page, site, 'track')).alive();
  let heading;
  await walkTrack(reader, async name => {
    if (name !== 'reveal') return;
    heading = await reader.heading();
    await reader.live.locator('.wp-keep > summary').click();
    await reader.act('link').click();
    await reader.live.locator('.wp-status', { hasText: 'Copied' }).waitFor();
  });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#c=1\.[\w-]+$/);
  const other = await t.page();
  const linked = await (await openChooser(other, site, 'track', link.slice(link.indexOf('#')))).alive();
  assert.equal(await linked.screen(), 'reveal');
  assert.ok(!/children/.test(await linked.words()));
  await linked.act('take').click();
  await linked.live.locator('.wp-saved', { hasText: 'Saved' }).waitFor();
  await other.goto(`${site.origin}/course/w/track/`);
  await linked.alive();
  assert.equal(await linked.screen(), 'reveal');
  t.figure(`${link.length} characters`);
  assert.ok(heading.length > 10);
});

test('the page of a chooser hears that a reader began and ended, and nothing else', async t => {
  const page = await t.page({}, "window.told = []; for (const type of ['started', 'restarted', 'answered', 'progressed', 'completed', 'failed']) addEventListener(`waypost-${type}`, event => told.push(event.detail))");
  const requests = [];
  page.on('request', request => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const reader = await (await openChooser(page, await t.site(), 'track')).alive();
  await walkTrack(reader, async () => {});
  const told = await page.evaluate(() => window.told);
  assert.deepEqual(told.map(event => event.type), ['started', 'completed']);
  assert.deepEqual(told[1].data, {});
  assert.ok(!/children|Mostly|ic"/.test(JSON.stringify(told)));
  assert.ok(requests.every(request => request.startsWith('GET ')), 'nothing is sent');
  assert.equal(chooser('track').kind, 'chooser');
});

test('a chooser without script: both ways stand in a table and the gut is a form to think with', async t => {
  const page = await t.page({ javaScriptEnabled: false });
  const site = await t.site();
  await page.goto(`${site.origin}/course/w/track/`);
  const words = await page.locator('.wp').innerText();
  for (const part of ['Individual contributor', 'Manager', 'What is good about it', 'What nobody knows', 'What this cannot tell']) assert.ok(words.includes(part), part);
  await page.locator('[data-set=gut] label').first().click();
  await page.goto(`${site.origin}/course/w/land-mines/`);
  assert.match(await page.locator('.wp').innerText(), /Stretched too thin[\s\S]*Shift your mindset/);
});
