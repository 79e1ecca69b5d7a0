// Signing up below a result: every provider is sent exactly what it wants, nobody is sent anything before consent and click.
import assert from 'node:assert/strict';
import { built, shipped } from './harness/build.mjs';
import { Chooser } from './harness/chooser.mjs';
import { at, watched } from './harness/reader.mjs';
import { leadership, test } from './harness/test.mjs';

const ADDRESS = 'reader+1@example.org';
const PUBLICATION = '11111111-2222-3333-4444-555555555555';

/** By provider: its lines in course.toml, and what it is sent. `query` and `body` are compared as maps. */
const PROVIDERS = {
  beehiiv: {
    toml: `url = "https://news.example/subscribe"\nid = "${PUBLICATION}"`,
    sent: { method: 'GET', url: `https://magic.beehiiv.com/v1/${PUBLICATION}`, query: { email: ADDRESS, utm_source: 'waypost', utm_medium: 'widget', utm_campaign: 'leadership' } },
  },
  kit: {
    toml: 'url = "https://news.example/subscribe"\nid = "1234567"\noutcome = "fields[result]"',
    sent: { method: 'POST', url: 'https://app.kit.com/forms/1234567/subscriptions', body: { email_address: ADDRESS } },
    field: 'fields[result]',
  },
  substack: {
    toml: 'url = "https://somebody.substack.com/about"',
    sent: { method: 'GET', url: 'https://somebody.substack.com/subscribe', query: { email: ADDRESS } },
  },
  mailchimp: {
    toml: 'url = "https://me.us1.list-manage.com/subscribe?u=abc&id=def"\noutcome = "RESULT"',
    sent: { method: 'POST', url: 'https://me.us1.list-manage.com/subscribe/post', query: { u: 'abc', id: 'def' }, body: { EMAIL: ADDRESS, b_abc_def: '' } },
    field: 'RESULT',
  },
  form: {
    toml: 'url = "https://news.example/subscribe"\naction = "https://forms.example/in"',
    sent: { method: 'POST', url: 'https://forms.example/in', body: { email: ADDRESS } },
  },
};

const settings = (provider, toml) => `[subscribe]\ntitle = "Another PM Day"\ntext = "The next post, in your inbox."\nprovider = "${provider}"\n${toml}\noften = "one mail every Tuesday"\nprivacy = "https://news.example/privacy"\ngate = { title = "The workbook", url = "https://news.example/workbook" }\n`;

/** A reader at the result of a quiz in a course with that sign-up, and a record of every request that leaves the site. */
async function atResult(t, provider, toml, answer = route => route.fulfill({ status: 200, contentType: 'text/html', body: 'thanks' })) {
  const quiz = leadership();
  const site = await built(t, shipped(settings(provider, toml), ['subscribe']), { knows: false });
  const page = await t.page();
  const sent = [];
  await page.context().route(url => url.origin !== site.origin && url.protocol.startsWith('http'), (route, request) => {
    const url = new URL(request.url());
    sent.push({ method: request.method(), url: url.origin + url.pathname, query: Object.fromEntries(url.searchParams), text: request.postData() || '' });
    return answer(route, request);
  });
  await page.goto(`${site.base}w/leadership/`);
  const reader = await (await at(page, 'page', quiz)).alive();
  const block = page.locator('.wp-after');
  assert.equal(await block.isVisible(), false, 'nothing is asked before the result');
  await reader.answerAll(quiz.plan());
  await block.waitFor();
  return { page, reader, block, sent, site, quiz };
}

for (const [provider, { toml, sent: wanted, field }] of Object.entries(PROVIDERS)) {
  test(`${provider} gets the address and nothing else, once the reader has consented and pressed the button`, async t => {
    const { page, reader, block, sent } = await atResult(t, provider, toml);
    const consent = block.locator('.wp-tick input[required]');
    assert.equal(await consent.isChecked(), false);
    assert.ok(await reader.live.locator('.wp-score').isVisible(), 'the result is there without a sign-up');
    for (const words of ['Another PM Day', 'one mail every Tuesday', 'What happens with my address']) assert.ok((await block.innerText()).includes(words), words);
    await block.locator('input[type=email]').fill(ADDRESS);
    await block.locator('button').click();
    await page.waitForTimeout(400);
    assert.deepEqual(sent, [], 'without consent nothing is sent');
    assert.equal(await block.locator('[data-gate]').isVisible(), false);

    await consent.check();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), block.locator('button').click()]);
    await opened.waitForLoadState();
    assert.equal(sent.length, 1);
    const [{ method, url, query, text }] = sent;
    assert.deepEqual({ method, url, query, body: Object.fromEntries(new URLSearchParams(text)) }, { query: {}, body: {}, ...wanted });
    await block.locator('[data-said=sent]').waitFor();
    await block.locator('[data-gate]', { hasText: 'The workbook' }).waitFor();
    const { violations, events } = await watched(page);
    assert.deepEqual(violations, []);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
    const journal = (await reader.journal()).join();
    assert.ok(![kept, journal, JSON.stringify(events)].some(text => text.includes('example.org')), 'the address is kept nowhere');
    if (!field) return;

    await block.locator('[data-outcome]').check();
    const [again] = await Promise.all([page.context().waitForEvent('page'), block.locator('button').click()]);
    await again.waitForLoadState();
    const body = Object.fromEntries(new URLSearchParams(sent[1].text));
    assert.equal(body[field], (await reader.live.locator('.wp-score').innerText()).trim(), 'the result goes along once the reader ticks that');
  });
}

test('Ghost is asked for a token, then sent the address; a refusal is told and leaves the way to the site', async t => {
  let refuse = false;
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
  const { page, block, sent } = await atResult(t, 'ghost', 'url = "https://ghost.example/blog/"', (route, request) => {
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
    if (refuse) return route.fulfill({ status: 400, headers: cors });
    return route.fulfill({ status: request.method() === 'GET' ? 200 : 201, headers: cors, contentType: 'text/plain', body: request.method() === 'GET' ? 'token-1' : 'Created.' });
  });
  await block.locator('input[type=email]').fill(ADDRESS);
  await block.locator('.wp-tick input[required]').check();
  await block.locator('button').click();
  await block.locator('[data-said=sent]').waitFor();
  const told = sent.filter(({ method }) => method !== 'OPTIONS').map(({ method, url, text }) => ({ method, url, body: text && JSON.parse(text) }));
  assert.deepEqual(told, [
    { method: 'GET', url: 'https://ghost.example/blog/members/api/integrity-token/', body: '' },
    { method: 'POST', url: 'https://ghost.example/blog/members/api/send-magic-link/', body: { email: ADDRESS, emailType: 'signup', labels: [], integrityToken: 'token-1' } },
  ]);
  refuse = true;
  await block.locator('button').click();
  await block.locator('[data-said=failed]').waitFor();
  assert.equal(await block.locator('.wp-small a').getAttribute('href'), 'https://ghost.example/blog/');
  assert.deepEqual((await watched(page)).violations, []);
});

test('without a sign-up and with the course card, the card alone stands below the result', async t => {
  const quiz = leadership();
  const files = shipped('', ['subscribe']);
  files['course.toml'] = files['course.toml'].replace('[course]\n', '[course]\nafter_result = true\n');
  files['index.md'] = files['index.md'].replace(/\[[^\]]*\]\(subscribe\)\n/, '');
  const site = await built(t, files, { knows: false });
  const page = await t.page();
  await page.goto(`${site.base}w/leadership/`);
  const reader = await (await at(page, 'page', quiz)).alive();
  await reader.answerAll(quiz.plan());
  await page.locator('.wp-after a.wp-go').waitFor();
  assert.equal(await page.locator('.wp-after form').count(), 0);
});

test('the sign-up stands below the result of a chooser too, tells the page what happens to it, and offers to send no points there', async t => {
  const site = await built(t, shipped(settings('kit', PROVIDERS.kit.toml), ['subscribe']), { knows: false });
  const page = await t.page();
  await page.context().route(/app\.kit\.com/, route => route.fulfill({ status: 200, contentType: 'text/html', body: 'thanks' }));
  await page.goto(`${site.base}w/land-mines/`);
  const reader = await new Chooser(page).alive(), block = page.locator('.wp-after');
  assert.equal(await block.isVisible(), false, 'nothing is asked before the result');
  await reader.questions(values => values[1]);
  await block.waitFor();
  assert.equal(await block.locator('[data-outcome]').count(), 0);
  await block.locator('input[type=email]').fill(ADDRESS);
  await block.locator('.wp-tick input[required]').check();
  await Promise.all([page.context().waitForEvent('page'), block.locator('button').click()]);
  await block.locator('[data-said=sent]').waitFor();
  const told = (await watched(page)).events.filter(({ type }) => type === 'subscribe').map(({ detail }) => detail);
  assert.deepEqual(told, ['shown', 'submitted'].map(step => ({ waypost: 1, type: 'subscribe', widget: 'land-mines', data: { provider: 'kit', step } })));
});

test('the sign-up stands in an element on a page of the course, and sends from there', async t => {
  const quiz = leadership();
  const site = await built(t, shipped(settings('kit', PROVIDERS.kit.toml), ['subscribe']), { knows: false });
  const page = await t.page(), sent = [];
  await page.context().route(/app\.kit\.com/, (route, request) => {
    sent.push(Object.fromEntries(new URLSearchParams(request.postData())));
    return route.fulfill({ status: 200, contentType: 'text/html', body: 'thanks' });
  });
  await page.goto(`${site.base}lesson.html`);
  const reader = await (await at(page, 'lesson', quiz)).alive(), block = page.locator('waypost-widget').first().locator('.wp-after');
  assert.equal(await block.isVisible(), false);
  await reader.answerAll(quiz.plan());
  await block.waitFor();
  await block.locator('input[type=email]').fill(ADDRESS);
  await block.locator('.wp-tick input[required]').check();
  await Promise.all([page.context().waitForEvent('page'), block.locator('button').click()]);
  await block.locator('[data-said=sent]').waitFor();
  assert.deepEqual(sent, [{ email_address: ADDRESS }]);
  assert.deepEqual((await watched(page)).violations, []);
});
