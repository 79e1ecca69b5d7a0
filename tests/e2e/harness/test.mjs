// The test runner: tests are sentences, get a context that cleans up after itself, and print the figure they found.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browser, closeBrowser } from './browser.mjs';
import { DIST, MORE, prepare, ROOT } from './programs.mjs';
import { Quiz } from './quiz.mjs';
import { serve } from './server.mjs';

export { DIST, MORE, prepare, ROOT };
const WATCH = fs.readFileSync(path.join(ROOT, 'tests/e2e/harness/watch.js'), 'utf8');
const FAILURES = path.join(ROOT, 'target/e2e');

/** How many tests run at a time: they wait more than they work. */
const WORKERS = Number(process.env.WAYPOST_WORKERS) || Math.max(2, os.availableParallelism());
const since = begun => `${((Date.now() - begun) / 1000).toFixed(1)} s`;

const tests = [];
/**
 * Registers a test. `name` is a sentence; `alone` tests get all cores, since they measure time. `first` makes what takes long before any
 * test begins, and `run` gets it after the context.
 */
export const test = (name, run, { alone = false, seconds = 120, first } = {}) => tests.push({ name, run, alone, seconds, first });

const read = (site, id, base) => new Quiz(JSON.parse(fs.readFileSync(path.join(site, `w/${id}/bundle.json`), 'utf8')), base);
/** The course's quiz, read from the built site. */
export const leadership = () => read(path.join(DIST, 'course'), 'leadership');
/** The quiz with one question of each kind. */
export const demo = () => read(path.join(DIST, 'course'), 'demo-items');

/** One of the quizzes of `tests/e2e/course`: `arabic`, `arabic-de`, `german`, `exam`, `closing`, `sure`, `choices`. */
export const other = id => read(MORE, id, '/more/');

/** What a test works with. */
class Context {
  constructor(name) { Object.assign(this, { name, cleanup: [], figures: [], pages: [] }); }

  figure(text) { this.figures.push(text); }

  /** A folder that is gone after the test. */
  folder() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waypost-e2e-'));
    this.cleanup.push(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    return folder;
  }

  /** A server of its own (so also an origin and a storage of its own) for the built site and what else is mounted. */
  async site(faults = [], mounts = {}) {
    const site = await serve({ '/': DIST, '/course/': path.join(DIST, 'course'), '/more/': MORE, ...mounts }, faults);
    this.cleanup.push(() => site.close());
    return site;
  }

  /** A page in a browser context of its own; `problems` collects what its console and errors say. */
  async page(options = {}, script) {
    const context = await (await browser()).newContext({ viewport: { width: 1000, height: 900 }, ...options });
    this.cleanup.push(() => context.close());
    return this.watched(context, await context.newPage(), script);
  }

  async watched(context, page, script) {
    await context.addInitScript(WATCH);
    if (script) await context.addInitScript(script);
    const problems = [];
    page.on('console', message => { if (['error', 'warning'].includes(message.type())) problems.push(`${message.text()} (${message.location().url})`); });
    page.on('pageerror', error => problems.push(String(error)));
    page.setDefaultTimeout(10_000);
    this.pages.push(page);
    return Object.assign(page, { problems });
  }
}

async function attempt({ name, run, seconds, made }) {
  const context = new Context(name);
  const begun = Date.now();
  let failure;
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not through after ${seconds} s`)), seconds * 1000); });
  try {
    await Promise.race([run(context, made), late]);
  } catch (error) {
    failure = error;
    fs.mkdirSync(FAILURES, { recursive: true });
    const file = name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
    for (const [i, page] of context.pages.entries()) await page.screenshot({ path: path.join(FAILURES, `${file}-${i}.png`), timeout: 3000 }).catch(() => {});
  }
  clearTimeout(timer);
  for (const clean of context.cleanup.reverse()) await Promise.resolve().then(clean).catch(() => {});
  const figure = context.figures.length ? ` - ${context.figures.join('; ')}` : '';
  console.log(`${failure ? 'FAILED' : 'ok    '} ${name}${figure} (${since(begun)})`);
  if (failure) console.log(String(failure.stack ?? failure).split('\n').filter(line => !/node:internal/.test(line)).slice(0, 14).map(line => `       ${line}`).join('\n'));
  return !failure;
}

/** Does what comes before the tests, and says how long it took. */
async function ready(words, work) {
  const begun = Date.now(), made = await work();
  console.log(`ready  ${words} (${since(begun)})`);
  return made;
}

/** Runs the tests whose name holds every given part: some at a time, then those that need the machine alone. Returns how many failed. */
export async function runAll(parts) {
  const chosen = tests.filter(({ name }) => parts.every(part => name.toLowerCase().includes(part.toLowerCase())));
  await ready('programs and sites', prepare);
  for (const one of chosen.filter(one => one.first)) one.made = await ready(`what is needed to see that ${one.name}`, one.first);
  const begun = Date.now(), results = [];
  const queue = chosen.filter(one => !one.alone);
  const worker = async () => { while (queue.length) results.push(await attempt(queue.shift())); };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  for (const one of chosen.filter(one => one.alone)) results.push(await attempt(one));
  await closeBrowser();
  const failed = results.filter(passed => !passed).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed (${since(begun)})`);
  return failed;
}
