// Every state a reader can see a quiz in, reached one after the other; the accessibility tests and the screenshots both walk them.
import { at, open } from './harness/reader.mjs';

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
    if (item === first.id) { await reader.act('check').click(); await reader.live.locator('.wp-feedback').waitFor(); } else await reader.answer(wrong ? quiz.wrong(item) : quiz.right(item));
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
  for (const summary of await reader.live.locator('.wp-review-item:not([data-verdict=wrong]) summary').all()) await summary.click();
  await visit('review', reader);
  await reader.act('retry').click();
  await reader.live.locator('.wp-item:visible').waitFor();
  await visit('retry', reader);
}

/** The states of the prerendered page: before the player, and when it cannot run. */
export async function walkStatic(page, site, quiz, visit, place = 'page') {
  site.faults.push({ match: /\.wasm$/, delay: 4000 });
  let reader = await open(page, site, place, quiz);
  await visit('static', reader);
  site.faults.splice(0, site.faults.length, { match: /\.wasm$/, status: 404 });
  reader = await open(page, site, place, quiz);
  await reader.notice.waitFor();
  await visit('failed', reader);
  await reader.option(quiz.wrong(quiz.items[0].id)[0], reader.static).locator('label').click();
  for (const summary of await reader.static.locator('summary:visible').all()) await summary.click();
  await visit('failed, read', reader);
  site.faults.length = 0;
}
