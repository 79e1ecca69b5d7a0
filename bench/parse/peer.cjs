// The peer's side: times gift-pegjs over every `.gift` file of a folder. Prints the milliseconds of each pass, then how many questions.
const fs = require('fs');
const path = require('path');
const { parse } = require('gift-pegjs');

const [folder, passes] = process.argv.slice(2);
const files = fs.readdirSync(folder).filter(name => name.endsWith('.gift')).sort().map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
let questions = 0;
for (let pass = 0; pass < Number(passes); pass++) {
  const start = process.hrtime.bigint();
  questions = files.map(text => parse(text).length).reduce((a, b) => a + b, 0);
  console.log((Number(process.hrtime.bigint() - start) / 1e6).toFixed(3));
}
console.log(`${questions} items`);
