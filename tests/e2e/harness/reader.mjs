// A reader at a widget: finds it on a page, answers by mouse, touch or keyboard alone, and reads what is shown.
import assert from 'node:assert/strict';
import { bare } from './quiz.mjs';

/** The pages of the built course on which a quiz is met, and what the quiz is inside of there. Only `page` is there for each quiz. */
export const PLACES = {
  post: { path: '/course/', frame: 'iframe[src*="w/leadership"]', about: 'the post (iframe)' },
  lesson: { path: '/course/lesson.html', about: 'the lesson (element)' },
  page: { path: '/course/w/leadership/', about: "the widget's own page" },
};
const path = (place, quiz) => (place === 'page' && quiz ? `${quiz.base}w/${quiz.id}/` : PLACES[place].path);

/** Opens a place and waits for the prerendered widget, without waiting for the player. */
export async function open(page, site, place = 'page', quiz) {
  await page.goto(site.origin + path(place, quiz), { waitUntil: 'commit' });
  return at(page, place, quiz);
}

/** The reader at the widget of a page that is open already. */
export async function at(page, place, quiz) {
  const { frame } = PLACES[place];
  let scope = page;
  if (frame) {
    const element = page.locator(frame).first();
    await element.scrollIntoViewIfNeeded();
    scope = await (await element.elementHandle()).contentFrame();
    assert.ok(scope, `${frame} has a document`);
  }
  const shown = scope.locator('.wp:visible').first();
  await shown.waitFor();
  // The player may take over at this very moment: whatever is shown is brought into view, without waiting for it to stand still.
  if (!frame) await shown.evaluate(root => root.scrollIntoView({ block: 'start' }));
  return new Reader(page, scope, quiz);
}

export class Reader {
  /** `within` narrows the widgets down on a page with many. */
  constructor(page, scope, quiz, within = '') {
    Object.assign(this, { page, scope, quiz, frame: scope.mainFrame?.() ?? scope });
    this.root = scope.locator(`${within} .wp`.trim());
    this.live = scope.locator(`${within} .wp[data-surface=live]`.trim());
    this.static = scope.locator(`${within} .wp[data-surface=static]`.trim());
    this.notice = scope.locator(`${within} .wp-notice`.trim());
  }

  /** Waits until the player has taken over. A frame waits to be in view, and a reload may put the page's old scroll place back late. */
  async alive(timeout = 20_000) {
    for (const end = Date.now() + timeout; ;) {
      try {
        await this.live.waitFor({ timeout: Math.min(2000, timeout) });
        return this;
      } catch (error) {
        if (Date.now() > end) throw error;
        if (this.frame.parentFrame()) await (await this.frame.frameElement()).scrollIntoViewIfNeeded();
      }
    }
  }

  /** The id of the item on the screen, or null at the result. */
  async item() {
    const items = await this.live.locator('.wp-item:visible').evaluateAll(all => all.map(item => item.dataset.item));
    return items[0] ?? null;
  }

  option(id, surface = this.live) { return surface.locator(`.wp-option[data-option="${id}"]`); }
  input(id, surface = this.live) { return this.option(id, surface).locator('input'); }
  act(name, surface = this.live) { return surface.locator(`[data-act=${name}]:visible`); }

  /** The ids of the options on the screen, in their order. */
  options(surface = this.live) { return surface.locator('.wp-item:visible .wp-option').evaluateAll(all => all.map(option => option.dataset.option)); }

  /** Something within the item on the screen. */
  within(what, surface = this.live) { return surface.locator(`.wp-item:visible ${what}`); }

  /** What is picked, in the form of the quiz's answers. */
  async picked(surface = this.live) {
    const item = this.quiz.item(await surface.locator('.wp-item:visible').first().getAttribute('data-item'));
    return item.kind.picked(what => this.within(what, surface), item);
  }

  /** All visible words of the widget, without white space. */
  async shown(surface = this.live) { return bare(await surface.first().innerText()); }

  /** Puts an answer in by mouse (`click`), touch (`tap`) or keyboard alone. */
  async pick(chosen, how = 'click') {
    const item = this.quiz.item(await this.item());
    await (how === 'keyboard' ? item.kind.keys(this, item, chosen) : item.kind.point(this, item, chosen, how));
  }

  /** Checks what is picked (or saves it, where nothing is right or wrong), and waits for what is said to it. */
  async check(how = 'click') {
    if (how !== 'keyboard') await this.act('check')[how]();
    else {
      // Enter in a one-line field is enough.
      const { tag, type } = await this.focus();
      if (!(tag === 'INPUT' && type === 'text')) await this.tabTo(focus => focus.act === 'check');
      await this.page.keyboard.press('Enter');
    }
    await this.live.locator('.wp-feedback .wp-verdict').waitFor();
    if (how === 'keyboard') await this.focused(focus => /wp-/.test(focus.class) || focus.act, 'the focus stays in the widget after Check, but is on');
  }

  async answer(chosen, how = 'click') {
    await this.pick(chosen, how);
    await this.check(how);
  }

  /** What the status region has said since this was last asked. Ask once before, so that it is listened to. */
  said() {
    return this.live.locator('.wp-status').evaluate(region => {
      if (!region.said) {
        region.said = [];
        // One message is one child of the region, however many nodes it was put together from within a task.
        const message = node => { while (node && node.parentNode !== region) node = node.parentNode; return node; };
        new MutationObserver(all => {
          const messages = new Set(all.flatMap(({ target, addedNodes }) => [...addedNodes, target].map(message)).filter(Boolean));
          region.said.push(...[...messages].map(node => node.textContent.trim()).filter(Boolean));
        }).observe(region, { childList: true, subtree: true, characterData: true });
      }
      return region.said.splice(0);
    });
  }

  /** Goes on and waits until something else is on the screen. */
  async next(how = 'click') {
    const before = await this.item();
    if (how === 'keyboard') {
      await this.tabTo(focus => focus.act === 'next');
      await this.page.keyboard.press('Enter');
    } else await this.act('next')[how]();
    await this.live.locator(`.wp-item:visible:not([data-item="${before}"]), .wp-result:visible`).first().waitFor();
    if (how === 'keyboard') {
      await this.focused(focus => /wp-(stem|score)|wp-result/.test(focus.class), 'a new step takes the focus to its heading, not to');
    }
  }

  /** Answers everything from here to the result, `each` looks on after every answer. */
  async answerAll(plan, how = 'click', each = async () => {}) {
    for (let item; (item = await this.item()) !== null;) {
      if (plan.has(item)) {
        if (await this.act('check').count()) await this.answer(plan.get(item), how);
        await each(item);
      }
      await this.next(how);
    }
  }

  /** Waits until the focus is where it should be: after a long render yew moves it one task later. */
  async focused(wanted, words) {
    let focus;
    for (const end = Date.now() + 1000; Date.now() < end;) {
      focus = await this.focus();
      if (wanted(focus)) return;
    }
    assert.fail(`${words} ${JSON.stringify(focus)}`);
  }

  /** Presses Tab until `wanted` has the focus. */
  async tabTo(wanted, most = 80) {
    const seen = [];
    for (let i = 0; i < most; i++) {
      const focus = await this.focus();
      if (wanted(focus)) return focus;
      seen.push(focus.act || focus.value || focus.class || focus.tag);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${most} times Tab did not get there; the focus went over ${seen.slice(-12).join(', ')}`);
  }

  /** What has the focus in the widget's document, looked up through shadow roots. */
  focus() {
    return this.frame.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const live = element?.closest?.('.wp')?.dataset.surface;
      return { tag: element?.tagName, type: element?.type, value: element?.value, name: element?.name, act: element?.dataset?.act, option: element?.closest?.('[data-option]')?.dataset.option, class: element?.className ?? '', surface: live };
    });
  }

  /** The two numbers of the score on the result screen. */
  async score() {
    const text = await this.live.locator('.wp-score').innerText();
    const [raw, max] = [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => Number(number.replace(',', '.')));
    return { raw, max, text };
  }

  /** The journal's records as stored, oldest first. */
  journal() {
    return this.frame.evaluate(id => new Promise((resolve, reject) => {
      const request = indexedDB.open('waypost');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const all = database.transaction('journal').objectStore('journal').getAll();
        all.onsuccess = () => { database.close(); resolve(all.result.filter(record => record.widget.endsWith(`/w/${id}/`)).sort((a, b) => a.seq - b.seq).map(record => record.entry)); };
        all.onerror = () => reject(all.error);
      };
    }), this.quiz.id);
  }
}

/** What the watch script of every frame of a page has noted, put together. */
export async function watched(page) {
  const all = await Promise.all(page.frames().map(frame => frame.evaluate(() => {
    const { shift, shifts, violations, instances, events } = window.__watch;
    return { shift, shifts, violations, instances: instances.length, events };
  }).catch(() => null)));
  const seen = all.filter(Boolean);
  return {
    shift: seen.reduce((sum, one) => sum + one.shift, 0),
    shifts: seen.flatMap(one => one.shifts),
    violations: seen.flatMap(one => one.violations),
    instances: seen.reduce((sum, one) => sum + one.instances, 0),
    events: seen.flatMap(one => one.events),
  };
}
