// The published pages run under their strict content security policy with Trusted Types, and the console stays clean.
import assert from 'node:assert/strict';
import { leadership, test } from './harness/test.mjs';
import { open, PLACES, watched } from './harness/reader.mjs';

const NEEDED = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "base-uri 'none'", "connect-src 'self'", "require-trusted-types-for 'script'"];

for (const place of Object.keys(PLACES)) {
  test(`a whole journey on ${PLACES[place].about} breaks no policy and leaves the console clean`, async t => {
    const quiz = leadership();
    const page = await t.page();
    const reader = await (await open(page, await t.site(), place, quiz)).alive();
    for (const frame of new Set([page.mainFrame(), reader.frame])) {
      const policy = await frame.evaluate(() => [...document.querySelectorAll('meta[http-equiv=Content-Security-Policy i]')].map(meta => meta.content).join(';'));
      for (const directive of NEEDED) assert.ok(policy.replace(/\s+/g, ' ').includes(directive), `the policy of ${frame.url()} has ${directive}`);
      // Where scripts wait until they are wanted (early.js), the one who runs them holds the only policy there can be.
      const own = frame.url().includes('/w/');
      assert.match(policy, own ? /trusted-types waypost(;|$)/ : /trusted-types 'none'(;|$)/);
      const made = await frame.evaluate(() => ['waypost', 'default', 'other'].filter(name => { try { return trustedTypes.createPolicy(name, {}); } catch { return false; } }));
      assert.deepEqual(made, [], 'nobody can make another one');
      const refused = await frame.evaluate(() => { try { document.createElement('p').innerHTML = '<b>x</b>'; return false; } catch { return true; } });
      assert.ok(refused, 'Trusted Types are enforced');
      // That attempt was ours.
      await frame.evaluate(() => new Promise(resolve => setTimeout(() => { window.__watch.violations.length = 0; resolve(); }, 50)));
    }
    page.problems.length = 0;
    await reader.answerAll(quiz.plan());
    await reader.act('retry').click();
    await page.reload();
    await open(page, { origin: new URL(page.url()).origin }, place, quiz).then(again => again.alive());
    const { violations } = await watched(page);
    assert.deepEqual(violations, []);
    assert.deepEqual(page.problems, []);
    t.figure('0 violations, 0 console messages');
  });
}

test('nothing is asked of another host', async t => {
  const quiz = leadership();
  const page = await t.page();
  const foreign = [];
  const site = await t.site();
  page.on('request', request => { if (!request.url().startsWith(site.origin)) foreign.push(request.url()); });
  for (const place of Object.keys(PLACES)) await (await open(page, site, place, quiz)).alive();
  assert.deepEqual(foreign, []);
});
