// A simulator's bundle as an ink story: every operation of the register code a line, every option a choice.
import { real } from './oracle.mjs';

const OPERANDS = [2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 2, 3, 5, 3];
const literal = number => { const text = String(number); return /[.e]/.test(text) ? Number(text).toFixed(8) : `${text}.0`; };

/** The story's source. */
export function ink({ stocks, levers, params, cards, program }) {
  const S = stocks.length, T = cards.length;
  const name = register => register < S ? `s${register}` : register < 2 * S ? `d${register - S}` : `r${register}`;
  const pending = new Map();
  const lines = code => {
    const out = [];
    for (let at = 0; at < code.length; at += 1 + OPERANDS[code[at]]) {
      const [op, d, a, b, c] = code.slice(at, at + 5), [D, A, B] = [d, a, b].map(name);
      const signs = { 2: '+', 3: '-', 4: '*', 5: '/' };
      if (op === 0) out.push(`~ ${D} = ${literal(real(program.constants[a]))}`);
      else if (op === 1) out.push(`~ ${D} = ${A}`);
      else if (signs[op]) out.push(`~ ${D} = ${A} ${signs[op]} ${B}`);
      else if (op === 6) out.push(`~ ${D} = MIN(${A}, ${B})`);
      else if (op === 7) out.push(`~ ${D} = MAX(${A}, ${B})`);
      else if (op === 8 || op === 13) out.push(`~ ${D} = 0.0`, `{ ${A} ${op === 8 ? '<' : '<='} ${B}:`, `    ~ ${D} = 1.0`, '}');
      else if (op === 9) out.push(`~ ${D} = ${A} + (${B} - ${A}) * (RANDOM(0, 65535) + RANDOM(0, 65535)) / 131070.0`);
      else if (op === 10) out.push(`~ ${D} = RANDOM(0, 65535) / 65536.0`);
      else if (op === 11) out.push(`~ ${D} = ${D} + ${A}`);
      else {
        pending.set(d, Math.max(pending.get(d) ?? 0, b));
        out.push(`~ q${b}_${d} = q${b}_${d} + ${A} * ${literal(real(program.constants[c]))}`);
      }
    }
    return out;
  };
  const clamp = (stock, change) => `~ s${stock} = MIN(MAX(s${stock} + ${change}, ${literal(real(stocks[stock].low))}), ${literal(real(stocks[stock].high))})`;
  const applied = stocks.map((_, stock) => clamp(stock, `d${stock}`));
  const fresh = stocks.map((_, stock) => `~ d${stock} = 0.0`);
  const codes = cards.map(({ options }) => options.map(option => [
    ...levers.map((_, at) => `~ r${2 * S + at} = ${literal(real(option.levers[at]))}`), ...lines(option.code), ...applied]));
  const model = [...fresh, ...lines(program.model), ...applied];
  const score = lines(program.score);
  const arrive = [...pending].flatMap(([stock, most]) => [clamp(stock, `q1_${stock}`),
    ...Array.from({ length: most }, (_, at) => `~ q${at + 1}_${stock} = ${at + 1 < most ? `q${at + 2}_${stock}` : '0.0'}`)]);
  const vars = [
    ...stocks.flatMap((stock, at) => [`VAR s${at} = ${literal(real(stock.start))}`, `VAR d${at} = 0.0`]),
    ...[...pending].flatMap(([stock, most]) => Array.from({ length: most }, (_, at) => `VAR q${at + 1}_${stock} = 0.0`)),
    ...Array.from({ length: program.registers - 2 * S }, (_, at) => `VAR r${2 * S + at} = 0.0`),
  ];
  const set = params.map((param, at) => `~ r${2 * S + levers.length + at} = ${literal(real(param.nominal))}`);
  const knots = codes.map((options, turn) => [`=== t${turn} ===`, '~ arrive()', ...options.flatMap((_, place) => [`+ [${place}]`, `  ~ c${turn}_${place}()`]),
    '- ~ model()', `-> ${turn + 1 < T ? `t${turn + 1}` : 'done'}`].join('\n'));
  const body = (title, lines) => [`=== function ${title}() ===`, ...lines].join('\n');
  return [...vars, ...set, '-> t0', ...knots, ['=== done ===', ...score, '-> END'].join('\n'), body('arrive', [...arrive, ...fresh]), body('model', model),
    ...codes.flatMap((options, turn) => options.map((lines, place) => body(`c${turn}_${place}`, lines)))].join('\n');
}
