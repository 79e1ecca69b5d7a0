// What a bundle means, worked out apart from the program under test: its words, what answers earn, which to give.
import { grains, KINDS, MARK } from './kinds.mjs';

const hundredths = points => { const [whole, part = ''] = points.split('.'); return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0')); };

/** The text of rich text without any white space, to be found in what a page shows. */
export const bare = value => (typeof value === 'string' ? value : words(value)).replace(/\s+/g, '');

function words(node) {
  if (node === undefined || node === 'break') return '';
  if (Array.isArray(node)) return node.map(words).join('');
  const [kind, inside] = Object.entries(node)[0];
  if (kind === 'text') return inside;
  if (kind === 'image' || kind === 'blank') return '';
  if (kind === 'code') return Array.isArray(inside) ? inside[1] : inside;
  if (kind === 'link' || kind === 'ol') return words(inside[1]);
  return words(inside);
}

export class Quiz {
  /** `base` is the path of the site that has it. */
  constructor(bundle, base = '/course/') {
    Object.assign(this, { bundle, base, id: bundle.id });
    this.items = bundle.items.map(item => {
      const [form, choices] = Object.entries(item.interaction)[0];
      const marked = item.standing !== 'open' && !['scale', 'reflect', 'info'].includes(form) && (form !== 'slider' || !!choices.answers);
      return { ...item, form, choices, marked, kind: KINDS[form], options: (choices.options ?? []).map(option => option.id) };
    });
  }

  item(id) { return this.items.find(item => item.id === id); }

  /** Words under a key, without white space; empty where nothing is written. */
  text(key) { return bare(this.bundle.strings[key] ?? []); }

  /** An answer that earns the full mark, or the first one to think of where nothing is marked. See `kinds.mjs` for its form. */
  right(id) { const item = this.item(id); return item.kind.right(item); }

  /** An answer that does not earn the full mark. */
  wrong(id) { const item = this.item(id); return (item.kind.wrong ?? item.kind.right)(item); }

  /** An answer as events tell it. */
  told(id, chosen) { const item = this.item(id); return item.kind.told(item, chosen); }

  /** A plan that answers every third item wrong. What is not marked is passed over. */
  plan(offset = 0) {
    const marked = this.items.filter(item => item.marked);
    return new Map(marked.map((item, i) => [item.id, (i + offset) % 3 === 0 ? this.wrong(item.id) : this.right(item.id)]));
  }

  /** What an answer earns before costs, in grains, by the equations of the marking table. */
  mark(id, chosen) {
    const item = this.item(id), { policy } = this.bundle;
    if (!chosen.length) return 0n;
    const earned = item.kind.mark(item, chosen, policy), least = policy.negative === 'item' ? -MARK : 0n;
    return earned < least ? least : earned > MARK ? MARK : earned;
  }

  /** Right, partly or wrong. */
  verdict(id, chosen) {
    const mark = this.mark(id, chosen);
    return mark === MARK ? 'right' : mark > 0n ? 'partly' : 'wrong';
  }

  /** Points earned and possible, as numbers, for one try an item; `hints` is how many hints were seen, by item. */
  score(answers, hints = new Map()) {
    let earned = 0n, possible = 0n;
    for (const item of this.items.filter(item => item.marked)) {
      const points = hundredths(item.points);
      possible += points * MARK;
      if (!answers.has(item.id)) continue;
      const mark = this.mark(item.id, answers.get(item.id));
      const cost = BigInt(hints.get(item.id) ?? 0) * grains(this.bundle.policy.hint_cost);
      const left = cost > MARK ? 0n : MARK - cost;
      earned += points * (mark > 0n ? (mark * left) / MARK : mark);
    }
    return { raw: Number(earned / MARK) / 100, max: Number(possible / MARK) / 100 };
  }
}
