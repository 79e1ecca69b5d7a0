// The built product in a real browser. `node tests/e2e/run.mjs [NAME-PART...]` runs the tests whose names hold every part.
import fs from 'node:fs';
import path from 'node:path';
import { DIST, runAll } from './harness/test.mjs';

if (!fs.existsSync(path.join(DIST, 'course/course.json'))) {
  console.error(`nothing to test at ${DIST}/course: run \`cargo xtask build\` first, or set WAYPOST_DIST`);
  process.exit(2);
}
const here = path.dirname(new URL(import.meta.url).pathname);
for (const file of fs.readdirSync(here).filter(name => name.endsWith('.test.mjs')).sort()) await import(`./${file}`);
process.exit((await runAll(process.argv.slice(2))) ? 1 : 0);
