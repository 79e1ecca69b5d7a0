// What the host page hears: composed DOM events, each once, in one envelope.
import assert from 'node:assert/strict';
import { leadership, test } from './harness/test.mjs';
import { open, watched } from './harness/reader.mjs';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('a journey in the element reaches the document as composed events, once each, in one envelope', async t => {
  const quiz = leadership(), plan = quiz.plan();
  const page = await t.page();
  const site = await t.site();
  const reader = await (await open(page, site, 'lesson', quiz)).alive();
  await reader.answerAll(plan);
  const { events } = await watched(page);
  const of = type => events.filter(event => event.type === type).map(({ detail }) => detail);
  assert.deepEqual(['started', 'answered', 'progressed', 'completed'].map(type => of(type).length), [1, plan.size, plan.size, 1]);

  for (const { type, composed, bubbles, detail } of events) {
    assert.ok(composed && bubbles, `${type} is composed and bubbles`);
    assert.equal(detail.waypost, 1);
    assert.equal(detail.type, type);
    // What is about the page says no more than which widget it is.
    if (['visible', 'ready', 'reveal', 'notice'].includes(type)) {
      assert.deepEqual([detail.widget, Object.keys(detail)], [quiz.id, ['waypost', 'type', 'widget', 'data']]);
      continue;
    }
    assert.match(detail.id, UUID);
    assert.match(detail.sitting, UUID);
    assert.ok(Number.isInteger(detail.seq));
    assert.equal(new Date(detail.t).toISOString(), detail.t);
    assert.ok(Math.abs(Date.parse(detail.t) - Date.now()) < 120_000, 'the time is now');
    assert.equal(detail.via, 'player');
    assert.deepEqual(detail.widget, { id: quiz.id, kind: 'quiz', rev: quiz.bundle.revision, locale: quiz.bundle.lang });
  }
  const told = events.filter(({ detail }) => detail.sitting);
  assert.equal(new Set(told.map(({ detail }) => detail.id)).size, told.length, 'no event twice');
  const seqs = told.map(({ detail }) => detail.seq);
  assert.deepEqual(seqs, [...seqs].sort((a, b) => a - b), 'in the order of the journal');

  for (const { item, response, correct, max } of of('answered').map(({ data }) => data)) {
    const sorted = value => (Array.isArray(value) && quiz.item(item).form !== 'order' ? [...value].sort() : value);
    assert.deepEqual(sorted(response), sorted(quiz.told(item, plan.get(item))));
    assert.equal(correct, quiz.verdict(item, plan.get(item)) === 'right');
    assert.equal(max, Number(quiz.item(item).points));
  }
  assert.deepEqual(of('progressed').at(-1).data, { done: plan.size, total: quiz.items.length });
  const { raw, max } = quiz.score(plan);
  const { result } = of('completed')[0].data;
  assert.deepEqual([result.score.raw, result.score.max], [raw, max]);

  // Coming back tells nothing again.
  await page.reload();
  await open(page, site, 'lesson', quiz).then(again => again.alive());
  const after = (await watched(page)).events.filter(({ type }) => ['started', 'answered', 'progressed', 'completed'].includes(type));
  assert.deepEqual(after, []);
  t.figure(`${events.length} events`);
});

test('an answer given before the player is there is told once, as given on the static page', async t => {
  const quiz = leadership(), chosen = quiz.right(quiz.items[0].id);
  const page = await t.page();
  const reader = await open(page, await t.site([{ match: /\.wasm$/, delay: 2000 }]), 'lesson', quiz);
  await reader.option(chosen[0], reader.static).locator('label').click();
  await reader.act('check', reader.static).first().click();
  await reader.alive();
  await page.waitForTimeout(300);
  const told = (await watched(page)).events.filter(({ type }) => ['started', 'answered'].includes(type));
  assert.deepEqual(told.map(({ type, detail }) => [type, detail.via]), [['started', 'static'], ['answered', 'static']]);
});
