// Every state a reader can see a quiz in, reached one after the other; the accessibility tests and the screenshots both walk them.
import { at, open } from './harness/reader.mjs';
import { held } from './harness/server.mjs';

/** Walks a reader through one sitting and calls `visit(name, reader)` in each state. */
export async function walk(page, site, quiz, visit, place = 'page') {
  let reader = await open(page, site, place, quiz);
  await reader.alive();
  await visit('fresh', reader);
  const [first] = quiz.items;
  const hinted = quiz.items.find(({ hints }) => hints) ?? first;
  const multi = quiz.items.find(({ form }) => form === 'multi');
  await reader.pick(quiz.wrong(first.id));
  await visit('picked', reader);
  for (let item; (item = await reader.item()) !== null;) {
    if (item === hinted.id) { await reader.act('hint').click(); await visit('hint', reader); }
    const wrong = item === first.id || item === multi?.id;
    if (item !== first.id) await reader.pick(wrong ? quiz.wrong(item) : quiz.right(item));
    if (await reader.act('check').count()) await reader.check();
    if (item === first.id) await visit('wrong', reader);
    else if (item === multi?.id) await visit('partly', reader);
    else if (item === quiz.items[1].id) await visit('right', reader);
    if (item === quiz.items[1].id || item === first.id) {
      for (const summary of await reader.live.locator('.wp-others > summary').all()) await summary.click();
      if (item === first.id) await visit('others', reader);
    }
    await reader.next();
    if (item === quiz.items[2].id) {
      await page.reload({ waitUntil: 'commit' });
      reader = await (await at(page, place, quiz)).alive();
      await visit('returned', reader);
    }
  }
  await visit('result', reader);
  await unfold(reader);
  await visit('review', reader);
  await reader.act('retry').click();
  await reader.live.locator('.wp-item:visible').waitFor();
  await visit('retry', reader);
}

/** Every item of a quiz: as it comes, with a wrong answer put in, and what is said to it; then the result with everything open. */
export async function walkKinds(page, site, quiz, visit) {
  const reader = await (await open(page, site, 'page', quiz)).alive();
  for (let id; (id = await reader.item()) !== null;) {
    const { form } = quiz.item(id), name = `${form} ${id}`;
    await visit(`${name}, asked`, reader);
    if (form !== 'info') {
      await reader.pick(quiz.wrong(id));
      await visit(`${name}, picked`, reader);
    }
    if (await reader.act('check').count()) {
      await reader.check();
      await visit(`${name}, answered`, reader);
    }
    if (await reader.act('finish').count()) return end(reader, visit);
    await reader.next();
  }
  await end(reader, visit);
}

/** The result with everything open. */
async function end(reader, visit) {
  if (await reader.act('finish').count()) await reader.act('finish').click();
  await reader.live.locator('.wp-score').waitFor();
  await unfold(reader);
  await visit('result, all open', reader);
}

/** Opens whatever is closed. */
async function unfold(reader) {
  const closed = reader.live.locator('details:not([open]) > summary');
  while (await closed.count()) await closed.first().click();
}

/** A quiz that says how sure: a level and a hint, a second try, the key asked for, the calibration figure. */
export async function walkSure(page, site, quiz, visit) {
  const reader = await (await open(page, site, 'page', quiz)).alive();
  const sure = level => reader.within(`.wp-certainty label:has([value="${level}"])`).click();
  await reader.act('hint').click();
  await reader.pick(quiz.wrong(quiz.items[0].id));
  await sure(3);
  await reader.check();
  await visit('second try', reader);
  await reader.act('giveup').click();
  await reader.live.locator('.wp-item:not(:has([data-act=check]))').waitFor();
  await visit('answer shown', reader);
  await reader.next();
  for (let id; (id = await reader.item()) !== null;) {
    const item = quiz.item(id);
    await reader.pick(quiz.right(id));
    if (item.marked) await sure(2);
    if (item.explain) await visit('asked why', reader);
    if (await reader.act('check').count()) await reader.check();
    await reader.next();
  }
  await end(reader, visit);
}

/** The states of the prerendered page: before the player, and when it cannot run. */
export async function walkStatic(page, site, quiz, visit, place = 'page') {
  const wasm = held(/\.wasm$/);
  site.faults.push(wasm);
  let reader = await open(page, site, place, quiz);
  await visit('static', reader);
  wasm.release();
  site.faults.splice(0, site.faults.length, { match: /\.wasm$/, status: 404 });
  reader = await open(page, site, place, quiz);
  await reader.notice.waitFor();
  await visit('failed', reader);
  const [option] = quiz.items[0].options;
  if (option) await reader.option(option, reader.static).locator('label').click();
  for (const summary of await reader.static.locator('summary:visible').all()) await summary.click();
  await visit('failed, read', reader);
  site.faults.length = 0;
}
