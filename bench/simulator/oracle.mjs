// A simulator's bundle as plain JavaScript: the register code of the model, one line an operation, for one world at a time.
// With `exact` every operation is rounded to single precision, which IEEE 754 makes equal to the engine's bits.

const floats = new Float32Array(1), bits = new Uint32Array(floats.buffer);
/** A number from its IEEE 754 bits. */
export const real = word => { bits[0] = word; return floats[0]; };
/** The IEEE 754 bits of a number. */
export const word = number => { floats[0] = number; return bits[0]; };

const OPERANDS = [2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 2, 3, 5, 3];

/** The "lowbias32" finalizer. */
export const mix32 = x => {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
};

const M = 0xffffffffffffffffn;
const mix64 = z => {
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & M;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & M;
  return z ^ (z >> 31n);
};
const site = path => new TextEncoder().encode(path).reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & M, 0xcbf29ce484222325n);

/** The two halves of the key of a site in a turn. */
const key = (seed, turn, path) => {
  const k = mix64(site(path) ^ mix64(((BigInt(seed) << 32n) + BigInt(turn) + 0x9e3779b97f4a7c15n) & M));
  return [Number(k & 0xffffffffn), Number(k >> 32n)];
};
const draw = (low, high, world) => mix32((mix32((Math.imul(world, 0x9e3779b9) + low) | 0) + high) | 0);

/** A function (plan, world) -> points, with the seed of the analysis. */
export function compile(bundle, exact) {
  const { stocks, levers, params, cards, program } = bundle, T = cards.length, S = stocks.length, sites = program.sites.length;
  const r = exact ? text => `f(${text})` : text => `(${text})`;
  const literal = number => Object.is(number, -0) ? '-0' : String(number);
  const constant = at => literal(real(program.constants[at]));
  const name = register => register < S ? `s${register}` : register < 2 * S ? `d${register - S}` : `r${register}`;
  // The keys of all sites in all turns, two halves each; a turn's begin at `o`.
  const keys = Int32Array.from(cards.flatMap((_, turn) => program.sites.flatMap(path => key(bundle.seed, turn + 1, path))), half => half | 0);
  const drawn = site => `draw(k[o+${2 * site}],k[o+${2 * site + 1}],w)`;

  const pending = new Map();
  const lines = code => {
    const out = [];
    for (let at = 0; at < code.length; at += 1 + OPERANDS[code[at]]) {
      const [op, d, a, b, c] = code.slice(at, at + 5), [D, A, B] = [d, a, b].map(name);
      const two = sign => out.push(`${D}=${r(`${A}${sign}${B}`)};`);
      switch (op) {
        case 0: out.push(`${D}=${constant(a)};`); break;
        case 1: out.push(`${D}=${A};`); break;
        case 2: two('+'); break;
        case 3: two('-'); break;
        case 4: two('*'); break;
        case 5: two('/'); break;
        case 6: out.push(`${D}=${A}<${B}?${A}:${B};`); break;
        case 7: out.push(`${D}=${A}<${B}?${B}:${A};`); break;
        case 8: out.push(`${D}=${A}<${B}?1:0;`); break;
        case 13: out.push(`${D}=${A}<=${B}?1:0;`); break;
        case 9: out.push(`h=${drawn(c)};`, `${D}=${r(`${A}+${r(`${r(`${B}-${A}`)}*(((h&65535)+(h>>>16))/131072)`)}`)};`); break;
        case 10: out.push(`${D}=(${drawn(a)}>>>8)/16777216;`); break;
        case 11: out.push(`${D}=${r(`${D}+${A}`)};`); break;
        case 12: {
          const q = `q${b}_${d}`;
          pending.set(d, Math.max(pending.get(d) ?? 0, b));
          out.push(`${q}=${r(`${q}+${r(`${name(a)}*${constant(c)}`)}`)};`);
        }
      }
    }
    return out.join('\n');
  };
  const clamp = (stock, change) => {
    const [low, high] = [stocks[stock].low, stocks[stock].high].map(real).map(literal);
    return `v=${r(`s${stock}+${change}`)};v=v<${low}?${low}:v;s${stock}=v<${high}?v:${high};`;
  };
  const applied = stocks.map((_, stock) => clamp(stock, `d${stock}`)).join('\n');
  const fresh = stocks.map((_, stock) => `d${stock}=0;`).join('');
  const choice = (card, index) => card.options.map((option, place) => {
    const set = levers.map((_, at) => `r${2 * S + at}=${literal(real(option.levers[at]))};`).join('');
    return `case ${4 * index + place}: ${set}\n${lines(option.code)}\nbreak;`;
  });
  const cases = cards.flatMap(choice).join('\n'), model = lines(program.model), score = lines(program.score);
  const slots = [...pending].flatMap(([stock, most]) => Array.from({ length: most }, (_, at) => `q${at + 1}_${stock}`));
  const arrive = [...pending].map(([stock, most]) => clamp(stock, `q1_${stock}`) +
    Array.from({ length: most }, (_, at) => `q${at + 1}_${stock}=${at + 1 < most ? `q${at + 2}_${stock}` : 0};`).join('')).join('\n');
  const starts = stocks.map(({ id, start, spread }, stock) => {
    const width = literal(exact ? Math.fround(real(spread) * real(0x401cc471)) : real(spread) * real(0x401cc471));
    const [low, high] = key(bundle.seed, 0, `start/${id}`).map(half => half | 0);
    return `h=draw(${low},${high},w);s${stock}=${literal(real(start))};` + clamp(stock, r(`${width}*((((h&65535)+(h>>>16))/65536)-1)`));
  }).join('\n');
  const registers = Array.from({ length: program.registers }, (_, register) => register).slice(2 * S).map(register => `r${register}=0`);
  const set = params.map((param, at) => `r${2 * S + levers.length + at}=${literal(real(param.nominal))};`).join('');
  const names = [...stocks.map((_, at) => `s${at}=0,d${at}=0`), ...registers, ...slots.map(slot => `${slot}=0`), 'h=0', 'v=0', 'o=0'];
  const turn = `${arrive}\n${fresh}\nswitch(4*t+plan[t]){${cases}}\n${applied}\n${fresh}\n${model}\n${applied}\no+=${2 * sites};`;
  const source = `return (plan,w)=>{let ${names.join(',')};${set}\n${starts}\nfor(let t=0;t<${T};t++){${turn}}\n${score}\nreturn ${name(program.points)};}`;
  return new Function('draw', 'f', 'k', source)(draw, Math.fround, keys);
}

/** All plans of a bundle, sorted. */
export function plans({ cards }) {
  return cards.reduce((all, { options }) => all.flatMap(plan => options.map((_, place) => [...plan, place])), [[]]);
}

/** The hash of all points in worlds 0 to `worlds`, as the engine makes it. */
export function hashed(bundle, worlds) {
  const play = compile(bundle, true);
  let hash = 0;
  plans(bundle).forEach((plan, number) => {
    for (let world = 0; world < worlds; world++) hash = (hash + mix32((word(play(plan, world)) ^ mix32((number << 12 | world) >>> 0)) >>> 0)) >>> 0;
  });
  return hash;
}
