// A reader at a simulator: decides by mouse, touch or keyboard alone, and reads what came of it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Reader } from './reader.mjs';
import { DIST } from './test.mjs';

/** A simulator of the built course: `mindset` or `first-ninety-days`. */
export const simulator = (id = 'mindset') => JSON.parse(fs.readFileSync(path.join(DIST, `course/w/${id}/bundle.json`), 'utf8'));

/** Opens a simulator's own page and waits for the prerendered card, without waiting for the player. */
export async function open(page, site, bundle, fragment = '') {
  await page.goto(`${site.origin}/course/w/${bundle.id}/${fragment}`, { waitUntil: 'commit' });
  return at(page, page, bundle);
}

/** The reader at a simulator whose document is open already. */
export async function at(page, scope, bundle) {
  await scope.locator('.wp:visible').first().waitFor();
  return new Simulation(page, scope, bundle);
}

export class Simulation extends Reader {
  constructor(page, scope, bundle) { super(page, scope, bundle); }

  /** Where the reader is: the name of a card, `outcome`, `end` or `debrief`. */
  async where() {
    if (await this.live.locator('.wp-debrief').count()) return 'debrief';
    if (await this.live.locator('.wp-score').count()) return 'end';
    if (await this.live.locator('.wp-outcome').count()) return 'outcome';
    return this.item();
  }

  async decide(id, how = 'click') {
    if (how === 'keyboard') await this.decideByKeys(id);
    else {
      await this.option(id).locator('label')[how]();
      await this.act('check')[how]();
    }
    await this.live.locator('.wp-outcome').waitFor();
  }

  async decideByKeys(id) {
    const order = await this.options();
    const focus = await this.tabTo(({ type }) => type === 'radio');
    const [from, to] = [order.indexOf(focus.value), order.indexOf(id)];
    if (from === to) await this.page.keyboard.press('Space');
    for (let i = Math.min(from, to); i < Math.max(from, to); i++) await this.page.keyboard.press(from < to ? 'ArrowDown' : 'ArrowUp');
    await this.tabTo(({ act }) => act === 'check');
    await this.page.keyboard.press('Enter');
    await this.live.locator('.wp-outcome').waitFor();
    await this.focused(now => /wp-outcome/.test(now.class), 'a decision takes the focus to its outcome, not to');
  }

  async go(how = 'click') {
    if (how === 'keyboard') {
      await this.tabTo(({ act }) => act === 'next');
      await this.page.keyboard.press('Enter');
    } else await this.act('next')[how]();
    await this.live.locator('.wp-item:visible, .wp-score:visible').first().waitFor();
    if (how === 'keyboard') await this.focused(now => /wp-(stem|score)/.test(now.class), 'the next step takes the focus to its heading, not to');
  }

  /** Plays from here to the points. `each` looks on at every outcome. */
  async play(plan, how = 'click', each = async () => {}) {
    for (let where; (where = await this.where()) !== 'end';) {
      const turn = this.quiz.cards.findIndex(card => card.id === where);
      assert.ok(turn >= 0, `at a card, not at ${where}`);
      await this.decide(plan[turn], how);
      await each(turn);
      await this.go(how);
    }
  }

  /** From the points to the debrief. */
  async finish(how = 'click') {
    if (how === 'keyboard') {
      await this.tabTo(({ act }) => act === 'debrief');
      await this.page.keyboard.press('Enter');
    } else await this.act('debrief')[how]();
    await this.live.locator('.wp-debrief').waitFor();
  }

  /** Waits until the whole debrief is worked out. */
  async workedOut(timeout = 60_000) {
    await this.live.locator('.wp-debrief:not(:has(.wp-working))').waitFor({ timeout });
    assert.equal(await this.live.locator('.wp-pending').count(), 0, 'no part is missing');
  }
}
