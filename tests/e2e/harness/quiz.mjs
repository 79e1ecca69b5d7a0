// What a bundle means, worked out apart from the program under test: its words, what answers earn, which to give.
const MARK = 90_090_000n;

const share = text => text.split('/').map(BigInt);
const grains = text => { const [num, den = 1n] = share(text); return floor(MARK * num, den); };
const floor = (a, b) => (a < 0n ? -((-a + b - 1n) / b) : a / b);
const hundredths = points => { const [whole, part = ''] = points.split('.'); return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0')); };

/** Kinds whose answer is typed, and kinds whose answer pairs rows with targets. */
export const TYPED = new Set(['number', 'text']), PAIRS = new Set(['match', 'categorize']);

/** The text of rich text without any white space, to be found in what a page shows. */
export const bare = value => (typeof value === 'string' ? value : words(value)).replace(/\s+/g, '');

function words(node) {
  if (node === undefined || node === 'break') return '';
  if (Array.isArray(node)) return node.map(words).join('');
  const [kind, inside] = Object.entries(node)[0];
  if (kind === 'text') return inside;
  if (kind === 'image') return '';
  if (kind === 'code') return Array.isArray(inside) ? inside[1] : inside;
  if (kind === 'link' || kind === 'ol') return words(inside[1]);
  return words(inside);
}

export class Quiz {
  constructor(bundle) {
    this.bundle = bundle;
    this.id = bundle.id;
    this.items = bundle.items.map(item => {
      const [form, choices] = Object.entries(item.interaction)[0];
      const ids = test => (choices.options ?? []).filter(test).map(option => option.id);
      const marked = item.standing !== 'open' && !['scale', 'reflect', 'info'].includes(form) && (form !== 'slider' || !!choices.answers);
      return { ...item, form, choices, marked, options: ids(() => true), key: ids(o => o.key === 'right'), distractors: ids(o => o.key !== 'right') };
    });
  }

  item(id) { return this.items.find(item => item.id === id); }

  /** Words under a key, without white space; empty where nothing is written. */
  text(key) { return bare(this.bundle.strings[key] ?? []); }

  /**
   * The right answer, as a list: ids of options, of things in order, of the accepted answer that is typed, or `row>target`. Cloze
   * questions are not answered here.
   */
  right(id) {
    const { form, choices, key } = this.item(id);
    if (TYPED.has(form)) return [choices.answers.find(answer => answer.key === 'right').id];
    if (form === 'order') return choices.things;
    if (PAIRS.has(form)) return choices.rows.map(row => `${row.id}>${row.target ?? ''}`);
    return key;
  }

  /** An answer that does not earn the full mark: another option, half the key and a distractor, a foreseen wrong answer, the order reversed. */
  wrong(id) {
    const { form, choices, key, distractors } = this.item(id);
    if (TYPED.has(form)) return [choices.answers.find(answer => answer.key !== 'right').id];
    if (form === 'order') return [...choices.things].reverse();
    if (PAIRS.has(form)) {
      const next = row => choices.targets[(choices.targets.indexOf(row.target) + 1) % choices.targets.length];
      return choices.rows.map(row => `${row.id}>${next(row)}`);
    }
    if (form !== 'multi') return [distractors.at(-1)];
    return key.length > 1 ? [key[0], ...distractors.slice(0, 1)] : distractors.slice(0, 1);
  }

  /** What is typed to give an answer, by its id. */
  typed(id, answer) {
    const { matches } = this.item(id).choices.answers.find(known => known.id === answer);
    const [how, value] = Object.entries(matches)[0];
    return how === 'text' ? value : value[0];
  }

  /** An answer as events tell it. */
  told(id, chosen) {
    const { form } = this.item(id);
    if (TYPED.has(form)) return this.typed(id, chosen[0]);
    if (PAIRS.has(form)) return Object.fromEntries(chosen.map(pair => pair.split('>')).filter(([, target]) => target));
    return chosen;
  }

  /** A plan that answers every third item wrong. What is not marked is passed over. */
  plan(offset = 0) {
    const marked = this.items.filter(item => item.marked);
    return new Map(marked.map((item, i) => [item.id, (i + offset) % 3 === 0 ? this.wrong(item.id) : this.right(item.id)]));
  }

  /** What an answer earns before costs, in grains, by the equations of the marking table. */
  mark(id, chosen) {
    const { choices, form } = this.item(id);
    const { policy } = this.bundle;
    if (!chosen.length) return 0n;
    if (TYPED.has(form)) {
      const answer = choices.answers.find(known => known.id === chosen[0]);
      return answer.credit ? grains(answer.credit) : answer.key === 'right' ? MARK : 0n;
    }
    if (form === 'order') {
      const place = choices.things.map(thing => chosen.indexOf(thing)), n = place.length, all = BigInt((n * (n - 1)) / 2);
      const kept = BigInt(place.flatMap((at, i) => place.slice(i + 1).filter(later => later > at)).length);
      return 2n * kept > all ? floor(MARK * (2n * kept - all), all) : 0n;
    }
    if (PAIRS.has(form)) {
      const right = choices.rows.filter(row => chosen.includes(`${row.id}>${row.target ?? ''}`)).length;
      return floor(MARK * BigInt(right), BigInt(choices.rows.length));
    }
    const has = option => chosen.includes(option.id);
    const credit = option => (option.credit ? grains(option.credit) : option.key === 'right' ? MARK : 0n);
    const count = test => BigInt(choices.options.filter(test).length);
    const key = count(o => o.key === 'right'), distractors = count(o => o.key !== 'right');
    const right = count(o => o.key === 'right' && has(o)), wrong = count(o => o.key !== 'right' && has(o));
    const negative = policy.negative === 'item';
    const picked = choices.options.filter(has);
    const earned = {
      credit: () => picked.map(o => (negative && o.key !== 'right' && !o.credit ? -grains(policy.penalty) : credit(o)))[0],
      net: () => (key === 0n ? 0n : distractors === 0n ? floor(MARK * right, key) : floor(MARK * (right * distractors - wrong * key), key * distractors)),
      all: () => (right === key && wrong === 0n ? MARK : 0n),
      each: () => floor(MARK * (right + distractors - wrong), key + distractors),
      weights: () => picked.map(credit).reduce((a, b) => a + b, 0n),
    }[choices.marking]();
    const least = negative ? -MARK : 0n;
    return form && (earned < least ? least : earned > MARK ? MARK : earned);
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
    return { raw: Number(floor(earned, MARK)) / 100, max: Number(possible / MARK) / 100 };
  }
}
