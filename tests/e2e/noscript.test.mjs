// Without JavaScript: everything can be read, and the first question answers by itself.
import assert from 'node:assert/strict';
import { leadership, test } from './harness/test.mjs';
import { bare } from './harness/quiz.mjs';
import { PLACES } from './harness/reader.mjs';

for (const place of Object.keys(PLACES)) {
  test(`without JavaScript the whole quiz is readable and its first question answers, on ${PLACES[place].about}`, async t => {
    const quiz = leadership(), first = quiz.items[0];
    const page = await t.page({ javaScriptEnabled: false });
    const site = await t.site();
    await page.goto(site.origin + PLACES[place].path);
    let scope = page;
    if (PLACES[place].frame) {
      const frame = page.locator(PLACES[place].frame).first();
      await frame.scrollIntoViewIfNeeded();
      scope = await (await frame.elementHandle()).contentFrame();
    }
    const widget = scope.locator('.wp').first();
    await widget.waitFor();
    for (const summary of await widget.locator('summary:visible').all()) await summary.click();
    const shown = bare(await widget.innerText());
    let words = 0;
    for (const item of quiz.items) {
      for (const key of [`${item.id}/prompt`, `${item.id}/explanation`, ...item.options.flatMap(id => [`${item.id}.${id}/text`, `${item.id}.${id}/feedback`])]) {
        assert.ok(shown.includes(quiz.text(key)), `${key} is readable`);
        words += 1;
      }
    }
    const option = id => widget.locator(`[data-item="${first.id}"] .wp-option[data-option="${id}"]`);
    const seen = async id => option(id).locator('.wp-why').isVisible();
    for (const id of first.options) {
      assert.ok(await option(id).locator('input').isEnabled(), `${id} can be chosen`);
      assert.equal(await seen(id), false, `${id}: nothing is given away before the choice`);
    }
    for (const id of [quiz.wrong(first.id)[0], quiz.right(first.id)[0]]) {
      await option(id).locator('label').click();
      assert.ok(await option(id).locator('input').isChecked());
      assert.ok(await seen(id), `${id}: its feedback opens`);
      assert.ok(bare(await option(id).innerText()).includes(quiz.text(`${first.id}.${id}/feedback`)));
    }
    t.figure(`${words} texts found, ${first.options.length} inputs`);
  });
}
