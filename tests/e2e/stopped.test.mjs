// A player that stops while it runs: its memory is overwritten under it. The shell starts it again; no answer is lost.
import assert from 'node:assert/strict';
import { leadership, test } from './harness/test.mjs';
import { open, PLACES } from './harness/reader.mjs';

/** Overwrites the memory and picks an option in the same task: a click that comes later may find the player that was started again. */
const wreck = async (reader, id) => (await reader.option(id).locator('label').elementHandle()).evaluate(label => {
  const { exports } = window.__watch.instances.at(-1);
  new Uint8Array(exports.memory.buffer).fill(0xff);
  label.click();
});
const instances = reader => reader.frame.evaluate(() => window.__watch.instances.length);

for (const place of ['post', 'lesson']) {
  test(`on ${PLACES[place].about}, a player whose memory is overwritten is started again with the answers, and a second time leaves the static page`, async t => {
    const quiz = leadership(), [first, second] = quiz.items;
    const page = await t.page();
    const reader = await (await open(page, await t.site(), place, quiz)).alive();
    await reader.answer(quiz.wrong(first.id));
    await reader.next();
    await reader.pick([quiz.right(second.id)[0]]);
    await reader.live.locator('.wp-saved', { hasText: /saved on this device/i }).waitFor();

    const begun = Date.now();
    await wreck(reader, quiz.wrong(second.id)[0]);
    await reader.frame.waitForFunction(() => window.__watch.instances.length > 1, null, { timeout: 8000 });
    await reader.alive();
    const back = Date.now() - begun;
    assert.equal(await reader.item(), second.id, 'on the same question');
    assert.deepEqual(await reader.picked(), [quiz.right(second.id)[0]], 'with the last answer that was kept');
    assert.equal(await reader.live.count(), 1, 'only one player is on the page');
    await reader.pick([quiz.wrong(second.id)[0]]);
    assert.deepEqual(await reader.picked(), [quiz.wrong(second.id)[0]], 'and it can be answered');

    const again = Date.now();
    await wreck(reader, quiz.right(second.id)[0]);
    await reader.notice.waitFor({ timeout: 8000 });
    const told = Date.now() - again;
    assert.equal(await reader.live.count(), 0, 'nobody types into a dead player');
    assert.ok((await reader.shown(reader.static)).includes(quiz.text(`${second.id}/prompt`)), 'the quiz is readable');
    await reader.notice.locator('button').click();
    await reader.alive();
    assert.equal(await reader.item(), second.id, 'Try again brings the answers back');
    assert.equal(await instances(reader), 3);
    t.figure(`back after ${back} ms; the second stop is told after ${told} ms`);
  });
}

test('an error of the host page does not stop the player', async t => {
  const quiz = leadership();
  const page = await t.page();
  const reader = await (await open(page, await t.site(), 'lesson', quiz)).alive();
  await page.evaluate(() => { setTimeout(() => { throw new TypeError('not ours'); }); Promise.reject(new Error('nor this')); });
  await page.waitForTimeout(300);
  await reader.answer(quiz.right(quiz.items[0].id));
  assert.equal(await instances(reader), 1);
});
