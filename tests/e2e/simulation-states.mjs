// Every state a reader can see a simulator in, reached one after the other; accessibility tests and screenshots both walk them.
import { at, open } from './harness/simulation.mjs';

/** Walks a reader through one play and calls `visit(name, reader)` in each state. */
export async function walk(page, site, bundle, visit) {
  let reader = await open(page, site, bundle);
  await reader.alive();
  await visit('fresh', reader);
  const plan = bundle.cards.map((card, turn) => card.options[turn % card.options.length].id);
  await reader.option(plan[0]).locator('label').click();
  await visit('picked', reader);
  await reader.decide(plan[0]);
  await visit('outcome', reader);
  for (const summary of await reader.live.locator('summary:visible').all()) await summary.click();
  await visit('outcome, all open', reader);
  await reader.go();
  await visit('second card', reader);
  await reader.decide(plan[1]);
  await reader.act('undo').click();
  await reader.live.locator('.wp-item:visible').waitFor();
  await visit('undone', reader);
  await reader.decide(plan[1]);
  await page.reload({ waitUntil: 'commit' });
  reader = await (await at(page, page, bundle)).alive();
  await visit('returned', reader);
  await reader.go();
  await reader.play(plan);
  await visit('end', reader);
  await reader.finish();
  await reader.workedOut();
  await visit('debrief', reader);
  for (const summary of await reader.live.locator('summary:visible').all()) await summary.click();
  await visit('debrief, all open', reader);
  return reader;
}
