// What readers answer arrives at the author's webhook, each answer once, whatever the network and the reader's browser do.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { leadership, ROOT, test } from './harness/test.mjs';
import { ownBrowser } from './harness/browser.mjs';
import { build } from './harness/programs.mjs';
import { serve } from './harness/server.mjs';
import { at, open } from './harness/reader.mjs';
import { eventId, proxy, receiver, seeded } from './harness/receiver.mjs';

/** The course, built with lines of its own in its settings, on a server. */
async function published(t, lines) {
  const folder = t.folder(), source = path.join(folder, 'content'), out = path.join(folder, 'out');
  fs.cpSync(path.join(ROOT, 'content'), source, { recursive: true });
  const settings = path.join(source, 'course.toml');
  fs.writeFileSync(settings, `${lines}\n${fs.readFileSync(settings, 'utf8')}`);
  await build(source, out);
  const site = await serve({ '/course/': out });
  t.cleanup.push(() => site.close());
  return site;
}

const webhook = (url, more = '') => `webhook = { url = "${url}"${more} }`;

/** Answers as fast as the page goes, in the page itself: the first option or the first thing that makes an answer, right or wrong. */
async function answer(page, count) {
  return page.evaluate(async count => {
    const live = () => document.querySelector('.wp[data-surface=live]'), wait = ms => new Promise(resolve => setTimeout(resolve, ms));
    const visible = selector => [...live().querySelectorAll(selector)].find(element => element.checkVisibility());
    let given = 0;
    for (const end = Date.now() + 120_000; given < count && Date.now() < end; await wait(4)) {
      const check = visible('[data-act=check]'), next = visible('[data-act=next], [data-act=result], [data-act=finish]');
      if (check) {
        const item = visible('.wp-item'), fields = () => [...item.querySelectorAll('.wp-pair select, input.wp-text, textarea')];
        // One after the other: each answer is made of what the view shows.
        for (let at = 0; at < fields().length; at++) {
          const field = fields()[at];
          if (field.options) field.selectedIndex = 1; else field.value = '7';
          for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
          await wait(8);
        }
        item.querySelector('.wp-option input:not(:checked)')?.click();
        item.querySelector('[data-act=down]')?.click();
        await wait(4);
        visible('[data-act=check]')?.click();
        await wait(4);
        given += visible('[data-act=check]') ? 0 : 1;
      } else if (next) next.click();
      else visible('[data-act=restart], [data-act=again], [data-act=retry]')?.click();
    }
    return given;
  }, count);
}

/** The commits in the journal of a page's site. */
async function commits(reader) {
  return (await reader.journal()).map(record => JSON.parse(record)).filter(({ action, via }) => action.commit && via === 'player');
}

const until = async (done, ms, words) => {
  for (const end = Date.now() + ms; !(await done());) {
    assert.ok(Date.now() < end, typeof words === 'function' ? words() : words);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
};

test('500 answers arrive once each, with 30 % of requests failing, two tabs and three kills', async t => {
  const seed = Date.now() % 1_000_000, random = seeded(seed);
  const target = await receiver(), between = await proxy(target.url, random);
  t.cleanup.push(target.close, between.close);
  const site = await published(t, webhook(between.url));
  const quiz = leadership(), profile = t.folder();
  const visit = async () => {
    const { context, kill } = await ownBrowser(profile, ['--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows']);
    t.cleanup.push(kill);
    const pages = [await context.newPage(), await context.newPage()];
    const readers = [];
    for (const page of pages) {
      page.setDefaultTimeout(30_000);
      await page.bringToFront();
      readers.push(await (await open(page, site, 'page', quiz)).alive());
    }
    return { pages, readers, kill };
  };
  let kills = 0;
  const rounds = [60, 60, 60, 80];
  for (const [round, count] of rounds.entries()) {
    const { pages, readers, kill } = await visit();
    const both = Promise.all(pages.map(page => answer(page, count).catch(() => 0)));
    if (round < 3) {
      await Promise.race([both, new Promise(resolve => setTimeout(resolve, 4000 + random() * 4000))]);
      kills += 1;
      await kill();
      continue;
    }
    await both;
    while ((await commits(readers[0])).length < 500) await answer(pages[0], 40);
    const given = await commits(readers[0]);
    const expected = new Set(given.map(({ id }) => eventId(id, 'answered')));
    assert.equal(expected.size, given.length);
    const told = () => [...target.events.values()].filter(({ type }) => type === 'answered');
    await until(() => told().length >= expected.size, 90_000, () => `${told().length} of ${expected.size} arrived (seed ${seed})`);
    await until(() => pages[0].evaluate(() => document.querySelector('.wp-aside')?.dataset.state === 'sent'), 60_000, 'the page says that all is sent');
    const arrived = new Set(told().map(({ id }) => id));
    assert.deepEqual([...expected].filter(id => !arrived.has(id)), [], 'none is lost');
    assert.deepEqual([...arrived].filter(id => !expected.has(id)), [], 'none is invented');
    assert.ok(target.requests.every(({ ids }) => ids.length <= 50 && new Set(ids).size === ids.length));
    t.figure(`${arrived.size} of ${expected.size} answers once each, ${kills} kills, ${between.live.failed} of ${between.live.failed + between.live.passed} requests failed, seed ${seed}`);
    await kill();
  }
}, { alone: true, seconds: 400 });

test('events reach the webhook in order, as text that needs no question before it, without credentials', async t => {
  const quiz = leadership(), plan = quiz.plan(), target = await receiver();
  t.cleanup.push(target.close);
  const site = await published(t, webhook(target.url));
  const page = await t.page();
  await page.context().addCookies([{ name: 'secret', value: '1', url: target.url }]);
  const reader = await (await open(page, site, 'page', quiz)).alive();
  await reader.answerAll(plan);
  const aside = reader.scope.locator('.wp-aside');
  await aside.filter({ hasText: 'Sent' }).waitFor({ timeout: 15_000 });
  const events = [...target.events.values()];
  assert.deepEqual(events.map(({ seq }) => seq), events.map(({ seq }) => seq).sort((a, b) => a - b));
  assert.equal(events[0].type, 'started');
  assert.equal(events.at(-1).type, 'completed');
  assert.equal(events.filter(({ type }) => type === 'answered').length, plan.size);
  assert.ok(target.requests.every(({ type }) => type.startsWith('text/plain')));
  assert.deepEqual(page.problems, []);
  t.figure(`${events.length} events in ${target.requests.length} requests`);
});

test('an answer given offline waits, is told to the reader, and is sent when the network is back', async t => {
  const quiz = leadership(), plan = quiz.plan(), target = await receiver();
  t.cleanup.push(target.close);
  const site = await published(t, webhook(target.url));
  const page = await t.page();
  const reader = await (await open(page, site, 'page', quiz)).alive();
  await page.context().setOffline(true);
  await reader.answer(plan.get(await reader.item()));
  await reader.next();
  await reader.answer(plan.get(await reader.item()));
  const aside = reader.scope.locator('.wp-aside');
  await aside.filter({ hasText: /Waiting to send \(\d\)/ }).waitFor();
  const waiting = (await aside.innerText()).trim();
  assert.equal(target.events.size, 0);
  await page.context().setOffline(false);
  await aside.filter({ hasText: 'Sent' }).waitFor({ timeout: 15_000 });
  assert.equal([...target.events.values()].filter(({ type }) => type === 'answered').length, 2);
  t.figure(`"${waiting}", then "Sent"`);
});

test('an answer that the webhook refuses is told to the reader, who can copy it; the others arrive', async t => {
  const quiz = leadership(), plan = quiz.plan();
  const target = await receiver(({ type, data }) => type === 'answered' && data.item === quiz.items[0].id);
  t.cleanup.push(target.close);
  const site = await published(t, webhook(target.url));
  const page = await t.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  const reader = await (await open(page, site, 'page', quiz)).alive();
  await reader.answerAll(plan);
  const aside = reader.scope.locator('.wp-aside');
  await aside.filter({ hasText: 'Could not be sent: 1' }).waitFor({ timeout: 20_000 });
  await until(() => [...target.events.values()].filter(({ type }) => type === 'answered').length === plan.size - 1, 10_000, 'the others arrive');
  await aside.getByRole('button', { name: 'Copy my answers' }).click();
  await aside.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(JSON.parse(copied).data.item, quiz.items[0].id);
  t.figure(`"${(await aside.locator('span').innerText()).trim()}"`);
});

test('an answer given before the player is there is sent, also when the page dies before the player comes', async t => {
  const quiz = leadership(), chosen = quiz.right(quiz.items[0].id), target = await receiver();
  t.cleanup.push(target.close);
  const site = await published(t, webhook(target.url));
  const page = await t.page();
  site.faults.push({ match: /\.wasm$/, delay: 60_000 });
  const reader = await open(page, site, 'page', quiz);
  await reader.option(chosen[0], reader.static).locator('label').click();
  await reader.act('check', reader.static).first().click();
  await page.waitForTimeout(500);
  site.faults.length = 0;
  await page.reload();
  await (await at(page, 'page', quiz)).alive();
  const told = () => [...target.events.values()].map(({ type, via }) => `${type} ${via}`);
  await until(() => told().length >= 3, 10_000, () => told().join());
  assert.deepEqual(told(), ['started static', 'answered static', 'progressed static']);
  // A page that dies before it hears the receiver's answer has to send again.
  await until(() => page.evaluate(() => document.querySelector('.wp-aside')?.dataset.state === 'sent'), 10_000, 'the page hears that it arrived');
  await page.reload();
  await (await at(page, 'page', quiz)).alive();
  await page.waitForTimeout(2500);
  assert.equal(target.requests.length, 1, 'and once');
});

test('what is answered in the last second before the page closes is sent as it closes', async t => {
  const quiz = leadership(), plan = quiz.plan(), target = await receiver();
  t.cleanup.push(target.close);
  const site = await published(t, webhook(target.url));
  const page = await t.page();
  const reader = await (await open(page, site, 'page', quiz)).alive();
  await reader.answer(plan.get(await reader.item()));
  await reader.scope.locator('.wp-aside').waitFor();
  await page.goto('about:blank');
  await until(() => [...target.events.values()].some(({ type }) => type === 'answered'), 5000, 'the answer arrives');
});
