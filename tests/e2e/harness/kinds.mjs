// The kinds of items, one entry each: what is right, what is not, what an answer earns (worked out apart from the program under test),
// and how it is given by pointing or by keyboard alone. An answer is a list: ids of options or things, `part>value` where an item has
// several parts, the id of the accepted answer that is typed, or the words or the number themselves.
export const MARK = 90_090_000n;

const share = text => text.split('/').map(BigInt);
const floor = (a, b) => (a < 0n ? -((-a + b - 1n) / b) : a / b);
export const grains = text => { const [num, den = 1n] = share(text); return floor(MARK * num, den); };
const part = (of, total) => floor(MARK * BigInt(of), BigInt(total));
const credit = one => (one.credit ? grains(one.credit) : one.key === 'right' ? MARK : 0n);
const split = pair => pair.split('>');
const partners = chosen => Object.fromEntries(chosen.map(split).filter(([, value]) => value));

/** What is typed for an accepted answer. */
const typed = ({ matches }) => { const [how, value] = Object.entries(matches)[0]; return how === 'text' ? value : value[0]; };

/** Presses one after the other, so that the widget is done with each before the next. */
const press = async ({ page }, key, times = 1) => { for (let i = 0; i < times; i++) await page.keyboard.press(key); };

/** Types into the field that has the focus, in place of what is there. */
const type = async (reader, text) => { await press(reader, 'ControlOrMeta+a'); await reader.page.keyboard.type(text); };

/** A field is reached by pointing at it, then typed into. */
const into = async (reader, field, text, how) => { await field[how](); await type(reader, text); };

// --- Choice.
const ids = (item, test) => (item.choices.options ?? []).filter(test).map(option => option.id);
const right = option => option.key === 'right';
const choice = {
  right: item => ids(item, right),
  wrong: item => [ids(item, option => !right(option)).at(-1)],
  mark(item, chosen, { negative, penalty }) {
    const picked = item.choices.options.filter(option => chosen.includes(option.id));
    return picked.map(one => (negative === 'item' && !right(one) && !one.credit ? -grains(penalty) : credit(one)))[0];
  },
  told: (item, chosen) => chosen,
  picked: within => within('.wp-option:has(input:checked)').evaluateAll(all => all.map(option => option.dataset.option)),
  async point(reader, item, chosen, how) { for (const id of chosen) await reader.option(id).locator('label')[how](); },
  async keys(reader, item, [chosen]) {
    const order = await reader.options();
    const focus = await reader.tabTo(({ type }) => type === 'radio');
    const [from, to] = [order.indexOf(focus.value), order.indexOf(chosen)];
    if (from === to) await press(reader, 'Space');
    else await press(reader, from < to ? 'ArrowDown' : 'ArrowUp', Math.abs(to - from));
  },
};
const multi = {
  ...choice,
  wrong(item) {
    const [key, others] = [ids(item, right), ids(item, option => !right(option))];
    return key.length > 1 ? [key[0], ...others.slice(0, 1)] : others.slice(0, 1);
  },
  mark({ choices: { options, marking } }, chosen) {
    const has = option => chosen.includes(option.id);
    const count = test => BigInt(options.filter(test).length);
    const [key, others] = [count(right), count(o => !right(o))];
    const [found, wrong] = [count(o => right(o) && has(o)), count(o => !right(o) && has(o))];
    return {
      net: () => (key === 0n ? 0n : others === 0n ? part(found, key) : part(found * others - wrong * key, key * others)),
      all: () => (found === key && wrong === 0n ? MARK : 0n),
      each: () => part(found + others - wrong, key + others),
      weights: () => options.filter(has).map(credit).reduce((a, b) => a + b, 0n),
    }[marking]();
  },
  async keys(reader, item, chosen) {
    for (const id of (await reader.options()).filter(option => chosen.includes(option))) {
      await reader.tabTo(focus => focus.value === id);
      await press(reader, 'Space');
    }
  },
};

// --- What is typed: the id of the accepted answer.
const known = (item, id) => item.choices.answers.find(answer => answer.id === id);
const field = {
  right: item => [item.choices.answers.find(right).id],
  wrong: item => [item.choices.answers.find(answer => !right(answer)).id],
  mark: (item, [chosen]) => credit(known(item, chosen)),
  told: (item, [chosen]) => typed(known(item, chosen)),
  async picked(within, item) {
    const raw = await within('input.wp-text').inputValue();
    return item.choices.answers.filter(answer => typed(answer) === raw).map(answer => answer.id);
  },
  point: (reader, item, [chosen], how) => into(reader, reader.within('input.wp-text'), typed(known(item, chosen)), how),
  async keys(reader, item, [chosen]) {
    await reader.tabTo(({ type }) => type === 'text');
    await type(reader, typed(known(item, chosen)));
  },
};

// --- Several parts, each with a control of its own.
const PART = '.wp-blank, .wp-pair, .wp-scale tr, .wp-steps';
const parts = {
  told: (item, chosen) => partners(chosen),
  async picked(within) {
    return within('.wp-blank, .wp-pair').evaluateAll(all => all.map(row => `${row.dataset.option}>${row.querySelector('select, input').value}`));
  },
  async point(reader, item, chosen, how) {
    for (const [id, value] of chosen.map(split)) {
      const control = reader.within(`:is(.wp-blank, .wp-pair)[data-option="${id}"] :is(select, input)`);
      if (await control.evaluate(({ tagName }) => tagName === 'SELECT')) await control.selectOption(value);
      else await into(reader, control, value, how);
    }
  },
  async keys(reader, item, chosen) {
    const given = partners(chosen);
    for (const [id, values] of await reader.within(':is(.wp-blank, .wp-pair)').evaluateAll(all => all.map(row => [row.dataset.option, [...row.querySelectorAll('option')].map(option => option.value)]))) {
      await reader.tabTo(focus => ['SELECT', 'INPUT'].includes(focus.tag) && focus.option === id);
      if (values.length) await press(reader, 'ArrowDown', values.indexOf(given[id] ?? ''));
      else await type(reader, given[id] ?? '');
    }
  },
};
const pairs = {
  ...parts,
  right: ({ choices }) => choices.rows.map(row => `${row.id}>${row.target ?? ''}`),
  wrong: ({ choices: { rows, targets } }) => rows.map(row => `${row.id}>${targets[(targets.indexOf(row.target) + 1) % targets.length]}`),
  mark: ({ choices: { rows } }, chosen) => part(rows.filter(row => chosen.includes(`${row.id}>${row.target ?? ''}`)).length, rows.length),
};
/** What is chosen or typed in a blank: its first right answer, or one that is not. */
const blank = ({ id, field }, wanted) => {
  const [form, inside] = Object.entries(field)[0];
  if (form === 'choice') return `${id}>${inside.find(option => right(option) === wanted).id}`;
  return `${id}>${wanted ? typed(inside.answers.find(right)) : '0'}`;
};
const blankMark = ({ id, field }, chosen) => {
  const [form, inside] = Object.entries(field)[0];
  const value = partners(chosen)[id];
  const found = form === 'choice' ? inside.find(option => option.id === value) : inside.answers.find(answer => typed(answer) === value);
  return found ? credit(found) : 0n;
};
const cloze = {
  ...parts,
  right: ({ choices }) => choices.blanks.map(one => blank(one, true)),
  wrong: ({ choices }) => choices.blanks.map((one, at) => blank(one, at > 0)),
  mark: ({ choices: { blanks } }, chosen) => blanks.map(one => blankMark(one, chosen)).reduce((a, b) => a + b, 0n) / BigInt(blanks.length),
};
const scale = {
  ...parts,
  right: ({ choices }) => choices.rows.map((row, at) => `${row.id}>${1 + at % choices.steps}`),
  async picked(within) {
    return within(':is(.wp-scale, .wp-steps) input:checked').evaluateAll(all => all.map(input => `${input.name.split('.').at(-1)}>${input.value}`));
  },
  async point(reader, item, chosen, how) {
    for (const [id, step] of chosen.map(split)) await reader.within(`label:has(input[name$=".${id}"][value="${step}"])`)[how]();
  },
  async keys(reader, item, chosen) {
    for (const [id, step] of chosen.map(split)) {
      const focus = await reader.tabTo(({ type, name }) => type === 'radio' && name.endsWith(`.${id}`));
      await press(reader, 'Space');
      await press(reader, 'ArrowDown', Number(step) - Number(focus.value));
    }
  },
};

// --- A sequence, moved about by its buttons.
const order = {
  right: ({ choices }) => choices.things,
  wrong: ({ choices }) => [...choices.things].reverse(),
  mark({ choices: { things } }, chosen) {
    const place = things.map(thing => chosen.indexOf(thing)), n = place.length, all = BigInt((n * (n - 1)) / 2);
    const kept = BigInt(place.flatMap((at, i) => place.slice(i + 1).filter(later => later > at)).length);
    return 2n * kept > all ? part(2n * kept - all, all) : 0n;
  },
  told: (item, chosen) => chosen,
  picked: within => within('.wp-thing').evaluateAll(all => all.map(thing => thing.dataset.option)),
  // The first thing goes down once before it goes up, so that the order shown at first becomes an answer too.
  async point(reader, item, chosen, how) {
    const move = (thing, way) => reader.within(`.wp-thing[data-option="${thing}"] [data-act=${way}]`)[how]();
    for (const [at, thing] of chosen.entries()) {
      if (!at) await move(thing, (await reader.picked()).indexOf(thing) ? 'up' : 'down');
      while ((await reader.picked()).indexOf(thing) > at) await move(thing, 'up');
    }
  },
  async keys(reader, item, chosen) {
    for (const [at, thing] of chosen.entries()) {
      let now = (await reader.picked()).indexOf(thing);
      if (!at && !now) {
        await reader.tabTo(focus => focus.act === 'down' && focus.option === thing);
        await press(reader, 'Enter');
        now = 1;
      }
      if (now === at) continue;
      await reader.tabTo(focus => focus.act === 'up' && focus.option === thing);
      await press(reader, 'Enter', now - at);
    }
  },
};

// --- Unmarked: a place between two ends, free words, nothing but words to read.
const slider = {
  right: ({ choices: { max } }) => [max],
  wrong: ({ choices: { min } }) => [min],
  told: (item, [value]) => value,
  picked: async within => [await within('.wp-text').inputValue()].filter(Boolean),
  async point(reader, { choices: { min, max } }, [value], how) {
    const range = reader.within('[type=range]'), { width, height } = await range.boundingBox();
    const at = (Number(value) - Number(min)) / (Number(max) - Number(min));
    await range[how]({ position: { x: 1 + at * (width - 2), y: height / 2 } });
  },
  async keys(reader, { choices: { min, max } }, [value]) {
    await reader.tabTo(({ type }) => type === 'range');
    await press(reader, { [min]: 'Home', [max]: 'End' }[value] ?? 'ArrowRight');
  },
};
const reflect = {
  right: () => ['Ask early, while the plan can still change.'],
  wrong: () => ['Nothing yet.'],
  told: () => null,
  picked: async within => [await within('textarea').inputValue()].filter(Boolean),
  point: (reader, item, [text], how) => into(reader, reader.within('textarea.wp-text').first(), text, how),
  async keys(reader, item, [text]) {
    await reader.tabTo(({ tag }) => tag === 'TEXTAREA');
    await type(reader, text);
  },
};
const info = { right: () => [], wrong: () => [], told: () => null, picked: async () => [] };

export const KINDS = { single: choice, tf: choice, multi, number: field, text: field, cloze, order, match: pairs, categorize: pairs, scale, slider, reflect, info };
