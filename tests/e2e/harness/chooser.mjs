// A reader at a chooser: goes from screen to screen by mouse, touch or keyboard alone, and reads what is shown.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DIST } from './test.mjs';

/** A chooser of the course, read from the built site. */
export const chooser = id => JSON.parse(fs.readFileSync(path.join(DIST, `course/w/${id}/bundle.json`), 'utf8'));

/** Opens the page of a chooser; waits for the prerendered widget only. */
export async function openChooser(page, site, id, fragment = '') {
  await page.goto(`${site.origin}/course/w/${id}/${fragment}`, { waitUntil: 'commit' });
  await page.locator('.wp:visible').first().waitFor();
  return new Chooser(page);
}

export class Chooser {
  constructor(page) {
    Object.assign(this, { page, live: page.locator('.wp[data-surface=live]'), static: page.locator('.wp[data-surface=static]') });
  }

  async alive() { await this.live.waitFor({ timeout: 20_000 }); return this; }

  /** The screen that is shown. */
  screen() { return this.live.locator('.wp-card').first().getAttribute('data-screen'); }
  act(name) { return this.live.locator(`[data-act=${name}]:visible`).first(); }
  heading() { return this.live.locator('.wp-screen').first().innerText(); }
  /** All visible words of the widget. */
  words() { return this.live.innerText(); }

  /** Sets a radio or box: its set (the fieldset's name) and its value. */
  async set(name, value, how = 'click') {
    const label = this.live.locator(`[data-set="${name}"] label:has(input[value="${value}"]), [data-pair="${name}"] label:has(input[value="${value}"])`).first();
    await label[how]();
    await label.locator('input:checked').waitFor();
  }

  /** The pair or question on the screen. */
  async asked() {
    return this.live.locator('.wp-card [data-pair], .wp-card [data-set]').first().evaluate(one => one.dataset.pair ?? one.dataset.set);
  }

  /** Presses a button and waits until another screen, or another question on it, is there. */
  async go(name = 'next', how = 'click') {
    const before = await this.place();
    await this.act(name)[how]();
    await this.arrive(before);
  }

  async place() { return this.live.locator('.wp-card').first().evaluate(card => `${card.dataset.screen} ${card.querySelector('[data-pair]')?.dataset.pair ?? card.querySelector('[data-set]')?.dataset.set ?? ''}`); }

  async arrive(before) {
    await this.page.waitForFunction(before => {
      const root = document.querySelector('.wp[data-surface=live]') ?? document;
      const card = root.querySelector('.wp-card');
      return card && `${card.dataset.screen} ${card.querySelector('[data-pair]')?.dataset.pair ?? card.querySelector('[data-set]')?.dataset.set ?? ''}` !== before;
    }, before);
  }

  /** Answers pairs until the reveal; `answer` says what, 0 much more the first pole to 3 much more the second. */
  async pairs(answer, how = 'click', each = async () => {}) {
    let asked = 0;
    while (await this.screen() === 'ask') {
      await this.set(await this.asked(), answer(asked), how);
      await each(asked);
      await this.go('next', how);
      asked += 1;
      assert.ok(asked < 40, 'the reveal comes after a finite number of pairs');
    }
    return asked;
  }

  /** The questions of a profile, each with the option that `option` picks among their values. */
  async questions(option, how = 'click', each = async () => {}) {
    for (let asked = 0; ['start', 'ask'].includes(await this.screen()); asked += 1) {
      const name = await this.asked();
      const values = await this.live.locator(`[data-set="${name}"] input`).evaluateAll(all => all.map(one => one.value));
      await this.set(name, option(values, asked), how);
      await each(asked);
      await this.go('next', how);
    }
    if (await this.screen() === 'tiebreak') {
      await each('tie');
      await this.set('tiebreak', 'equally', how);
      await this.go('next', how);
    }
  }

  /** Moves by Tab until the focus fits; fails after a round. */
  async tabTo(fits) {
    for (let step = 0; step < 400; step += 1) {
      await this.page.keyboard.press('Tab');
      const focus = await this.page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return { act: at.dataset?.act, type: at.type, value: at.value, name: at.closest?.('[data-set], [data-pair]')?.dataset.set ?? at.closest?.('[data-pair]')?.dataset.pair, tag: at.tagName };
      });
      if (fits(focus)) return focus;
    }
    throw new Error('Tab does not lead there');
  }

  /** Sets a radio by keyboard alone: Tab into the set, arrows (or Space for the first). */
  async keys(name, value) {
    await this.tabTo(focus => focus.name === name);
    const group = this.live.locator(`[data-set="${name}"] input, [data-pair="${name}"] input`);
    const values = await group.evaluateAll(all => all.map(one => one.value));
    if (!(await group.evaluateAll(all => all.some(one => one.checked)))) await this.page.keyboard.press('Space');
    for (let step = 0; step < values.length; step += 1) {
      if (await group.evaluateAll((all, value) => all.find(one => one.checked)?.value === value, String(value))) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`arrows do not lead to ${value} in ${name}`);
  }

  /** Presses a button by keyboard alone. */
  async press(name) {
    const before = await this.place();
    await this.tabTo(focus => focus.act === name);
    await this.page.keyboard.press('Enter');
    await this.arrive(before);
  }
}

/** Goes through every state of the track chooser; `visit(name)` looks on at each. */
export async function walkTrack(reader, visit, how = 'click') {
  await visit('start');
  await reader.set('gut', 17, how);
  await visit('gut said');
  await reader.set('sure', 2, how);
  for (const check of [1, 2, 3, 4]) await reader.set(`check-${check}`, check === 2 ? 'yes' : 'no', how);
  await reader.go('next', how);
  await visit('both ways');
  await reader.go('next', how);
  await visit('what matters');
  await reader.set('source', 4, how);
  await reader.set('conflict', 1, how);
  await reader.live.locator('.wp-own input.wp-text').fill('Time with my children');
  await reader.act('add')[how]();
  await reader.live.locator('.wp-concern').waitFor();
  await reader.set('own-1-matters', 3, how);
  await reader.set('own-1-serves', 1, how);
  await reader.set('ladder', 'yes', how);
  await visit('what matters, said');
  await reader.go('next', how);
  await visit('pair');
  await reader.pairs(asked => [3, 2, 1, 3, 2, 0, 2, 3, 1, 2][asked % 10], how, async asked => { if (asked === 1) await visit('pair answered'); });
  await visit('reveal');
  await reader.live.locator('.wp-what-if > summary')[how]();
  await visit('what if');
  await reader.go('next', how);
  await visit('gut again');
  await reader.set('gut', 67, how);
  if (await reader.act('coin').count()) await reader.act('coin')[how]();
  await visit('gut said again');
  await reader.go('next', how);
  await visit('choice');
  await reader.set('choice', 'manager', how);
  await visit('experiment');
  await reader.go('next', how);
  await visit('back again');
}

/** Goes through every state of the land-mine self-check. */
export async function walkMines(reader, visit, how = 'click') {
  await visit('start');
  await reader.questions((values, asked) => values[(asked * 7 + 2) % values.length], how, async asked => { if (asked === 0 || asked === 7 || asked === 'tie') await visit(`question ${asked}`); });
  await visit('result');
  await reader.go('next', how);
  await visit('choice');
  await reader.set('choice', 'mindset', how);
  await visit('strategy');
  await reader.go('next', how);
  await visit('back again');
}
