// The model's rules as stocks and flows for npm's `simulation`: the levers stand at their usual values, and what options and chances do is
// left out, so the peer has the easier work.

/** An equation of the model language in the peer's. */
const equation = text => text
  .replace(/\(([^()]*)\.\.([^()]*)\)/g, 'Rand($1, $2)')
  .replace(/\bclamp\(([^,]+),([^,]+),([^,)]+)\)/g, 'Min(Max($1, $2), $3)')
  .replace(/\bmax\(/g, 'Max(').replace(/\bmin\(/g, 'Min(')
  .replace(/\b[a-z_][a-z0-9_]*\b/g, name => `[${name}]`);

/** A model of `simulation` with as many steps as the bundle has turns. */
export function flows(Model, { stocks, levers, params, cards, rules }, real) {
  const model = new Model({ timeStart: 0, timeLength: cards.length, timeStep: 1, timeUnits: 'Years' });
  const known = new Map();
  for (const { id, start } of stocks) known.set(id, model.Stock({ name: id, initial: real(start) }));
  for (const { id, usual } of levers) known.set(id, model.Variable({ name: id, value: real(usual) }));
  for (const { id, nominal } of params) known.set(id, model.Variable({ name: id, value: real(nominal) }));
  const link = (text, to) => { for (const [name, from] of known) if (from !== to && text.includes(`[${name}]`)) model.Link(from, to); };
  for (const { kind, source } of rules) {
    if (kind === 'let') {
      const [, name, value] = /^let (\w+) = (.*)$/.exec(source);
      const variable = model.Variable({ name, value: equation(value) });
      link(equation(value), variable);
      known.set(name, variable);
    }
    if (kind === 'rule') {
      const [, name, sign, value] = /^rule (\w+) ([+-])= (.*)$/.exec(source);
      const rate = `${sign === '-' ? '-1*' : ''}(${equation(value)})`;
      const flow = model.Flow(null, known.get(name), { name: `flow ${known.size}`, rate });
      flow.nonNegative = false;
      link(rate, flow);
    }
  }
  return model;
}
