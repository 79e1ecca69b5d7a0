// The same made-up questions twice, as Waypost's Markdown and as GIFT: choices with feedback, weighted choices, true or false, numbers,
// texts, matching. The same in every run.
const WORDS = 'team goal roadmap customer metric launch review market vision budget hire plan bet quarter signal talk trust habit focus risk'.split(' ');
const VERBS = 'check change measure explain defend share question delay stop write'.split(' ');

const random = seed => n => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * n); };

/** Questions `from` to `from + count` as `{ markdown, gift }`, whole files. */
export function file(from, count) {
  const all = Array.from({ length: count }, (_, i) => question(from + i));
  return {
    markdown: `+++\ntitle = "Questions from ${from}"\nlang = "en"\nid = "q-${from}"\n+++\n\n${all.map(one => one.markdown).join('\n')}`,
    gift: all.map(one => one.gift).join('\n\n') + '\n',
  };
}

function question(n) {
  const below = random(n + 1), any = list => list[below(list.length)];
  const phrase = () => `${any(VERBS)} the ${any(WORDS)} of the ${any(WORDS)} before the next ${any(WORDS)}`;
  const letters = ['a', 'b', 'c', 'd'];
  const stem = `What do you do in case ${n}, when you have to ${phrase()}?`, why = `Because you ${phrase()} and ${phrase()}.`;
  const options = letters.map((letter, i) => ({ letter, text: `You ${phrase()}, number ${i}`, why: `It would ${phrase()}.` }));
  const key = below(4), number = 1 + below(900);
  const head = `## ${stem} {#c${n}}\n`, note = `\n> [!NOTE]\n> ${why}\n`;
  const forms = [
    () => ({
      task: options.map((o, i) => `- [${i === key ? 'x' : ' '}] ${o.text} {#${o.letter}}\n  > ${o.why}`).join('\n'),
      gift: options.map((o, i) => `${i === key ? '=' : '~'}${o.text}#${o.why}`).join('\n'),
    }),
    () => ({
      task: options.map((o, i) => `- [${i % 2 ? ' ' : 'x'}] ${o.text} {#${o.letter} ${i % 2 ? '-50%' : '50%'}}\n  > ${o.why}`).join('\n'),
      gift: options.map((o, i) => `~%${i % 2 ? -50 : 50}%${o.text}#${o.why}`).join('\n'),
    }),
    () => ({ task: `- [${key % 2 ? ' ' : 'x'}] True {#a}\n- [${key % 2 ? 'x' : ' '}] False {#b}`, gift: key % 2 ? 'FALSE' : 'TRUE', type: ' type=tf' }),
    () => ({ task: `= ${number} +- 2`, gift: `#${number}:2` }),
    () => ({ task: `= "${any(WORDS)} ${any(WORDS)}"\n= "the ${any(WORDS)}"`, gift: `=${any(WORDS)} ${any(WORDS)}\n=the ${any(WORDS)}` }),
    () => ({
      task: options.map(o => `- ${o.text} -> A ${o.letter} ${any(WORDS)} {#${o.letter}}`).join('\n'),
      gift: options.map(o => `=${o.text} -> A ${o.letter} ${any(WORDS)}`).join('\n'),
    }),
  ];
  const { task, gift, type = '' } = forms[n % forms.length]();
  return { markdown: `${head.replace(`{#c${n}}`, `{#c${n}${type}}`)}\n${task}\n${note}`, gift: `::c${n}::${stem} {\n${gift}\n####${why}\n}` };
}
