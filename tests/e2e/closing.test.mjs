// An exam whose time runs out: what is picked stays and counts, and nothing more can be put in unless there is more time.
import assert from 'node:assert/strict';
import { open } from './harness/reader.mjs';
import { other, test } from './harness/test.mjs';

test('at zero the input of an exam closes, also after a reload; more time opens it again, and what was picked counts', async t => {
  const quiz = other('closing'), page = await t.page(), site = await t.site();
  const reader = await (await open(page, site, 'page', quiz)).alive();
  assert.match(await reader.live.locator('.wp-time').innerText(), /answers can no longer be changed/, 'readers know before they begin');
  const first = await reader.item();
  await reader.pick(quiz.right(first));
  const closed = () => reader.live.locator('fieldset.wp-question:disabled').waitFor();
  await closed();
  assert.match(await reader.live.locator('[role=status]').innerText(), /The time is over/);
  assert.deepEqual(await reader.picked(), quiz.right(first), 'what is picked stays in sight');

  await page.reload();
  await reader.alive();
  await closed();
  await reader.act('extend').click();
  await reader.live.locator('fieldset.wp-question:enabled').waitFor();
  await closed();

  while (!(await reader.act('finish').count())) await reader.next();
  await reader.act('finish').click();
  const { raw, max } = await reader.score();
  assert.deepEqual([raw, max], [1, 2]);
  assert.deepEqual(page.problems, []);
});
