// A player that cannot run: the page stays readable, says so in one plain sentence within a second, and can try again.
import assert from 'node:assert/strict';
import { leadership, test } from './harness/test.mjs';
import { open, PLACES } from './harness/reader.mjs';

const FAULTS = {
  'is not found (404)': { status: 404 },
  'is cut in the middle': { cut: 0.5 },
  'is garbage': { body: 'this is no module' },
};

/** Waits for the shell's sentence and returns what it says. */
async function told(reader) {
  await reader.notice.waitFor({ timeout: 8000 });
  return (await reader.notice.innerText()).trim();
}

function readable(quiz, shown) {
  for (const { id } of quiz.items) assert.ok(shown.includes(quiz.text(`${id}/prompt`)), `${id} is readable`);
}

for (const place of ['post', 'lesson']) for (const [words, fault] of Object.entries(FAULTS)) {
  test(`on ${PLACES[place].about}, when the WASM ${words}, the quiz stays readable, says so within 1 s, and Try again works`, async t => {
    const quiz = leadership();
    const page = await t.page();
    const site = await t.site([{ match: /\.wasm$/, ...fault }]);
    const reader = await open(page, site, place, quiz);
    const words = await told(reader);
    const shown = Date.now();
    const failed = site.requests.find(({ path }) => path.endsWith('.wasm')).done;
    assert.ok(shown - failed <= 1000, `the sentence came ${shown - failed} ms after the failure`);
    readable(quiz, await reader.shown(reader.static));
    await page.waitForTimeout(1500);
    assert.ok(page.problems.length <= 3, `few console errors: ${page.problems.join(' | ')}`);
    t.figure(`${Math.max(0, shown - failed)} ms, ${page.problems.length} console errors, "${words.split('\n')[0]}"`);

    // What is picked meanwhile is kept, and the player takes over once the fault is gone.
    const chosen = quiz.wrong(quiz.items[0].id);
    await reader.option(chosen[0], reader.static).locator('label').click();
    site.faults.length = 0;
    await reader.notice.locator('button').click();
    await reader.alive();
    assert.deepEqual(await reader.picked(), chosen);
    assert.equal(await reader.notice.count(), 0, 'the sentence is gone');
  });
}

for (const place of ['post', 'lesson']) {
  test(`on ${PLACES[place].about}, without WebAssembly, the quiz stays readable and says so within 1 s`, async t => {
    const quiz = leadership();
    const page = await t.page({}, 'delete window.WebAssembly');
    const reader = await open(page, await t.site(), place, quiz);
    const words = await told(reader);
    const passed = await reader.frame.evaluate(() => Math.round(window.__watch.events.find(({ type }) => type === 'failed').at - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd));
    assert.ok(passed <= 1000, `the sentence came ${passed} ms after the scripts were there`);
    readable(quiz, await reader.shown(reader.static));
    await page.waitForTimeout(1000);
    assert.ok(page.problems.length <= 3, page.problems.join(' | '));
    t.figure(`${passed} ms after the scripts, ${page.problems.length} console errors, "${words.split('\n')[0]}"`);
  });
}

test('a WASM that comes with a wrong content type runs all the same', async t => {
  const page = await t.page();
  const reader = await open(page, await t.site([{ match: /\.wasm$/, type: 'text/html' }]), 'page', leadership());
  await reader.alive();
  assert.deepEqual(page.problems, []);
});

test('a failed player shows the feedback of what is picked', async t => {
  const quiz = leadership(), first = quiz.items[0];
  const reader = await open(await t.page(), await t.site([{ match: /\.wasm$/, status: 404 }]), 'page', quiz);
  await told(reader);
  const [id] = quiz.wrong(first.id);
  await reader.option(id, reader.static).locator('label').click();
  await reader.option(id, reader.static).locator('.wp-why').waitFor({ timeout: 2000 });
});
