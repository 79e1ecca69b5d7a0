// The test runner: tests are sentences, get a context that cleans up after itself, and print the figure they found.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browser, closeBrowser } from './browser.mjs';
import { serve } from './server.mjs';
import { Quiz } from './quiz.mjs';

export const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../..');
export const DIST = path.resolve(ROOT, process.env.WAYPOST_DIST || 'dist');
const WATCH = fs.readFileSync(path.join(ROOT, 'tests/e2e/harness/watch.js'), 'utf8');
const FAILURES = path.join(ROOT, 'target/e2e');

const tests = [];
/** Registers a test. `name` is a sentence; `alone` tests get both cores, since they measure time. */
export const test = (name, run, { alone = false, seconds = 120 } = {}) => tests.push({ name, run, alone, seconds });

const read = (site, id, base) => new Quiz(JSON.parse(fs.readFileSync(path.join(site, `w/${id}/bundle.json`), 'utf8')), base);
/** The course's quiz, read from the built site. */
export const leadership = () => read(path.join(DIST, 'course'), 'leadership');
/** The quiz with one question of each kind. */
export const demo = () => read(path.join(DIST, 'course'), 'demo-items');

/** Builds a folder of Markdown with the player under test; returns the site's folder. */
export function build(folder, out) {
  fs.rmSync(out, { recursive: true, force: true });
  execFileSync('cargo', ['run', '--quiet', '--package', 'waypost-cli', '--', 'build', folder, '--out', out, '--player', path.join(DIST, 'p')], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  return out;
}

let more;
/** A site with what the shipped course has no reason to do, made from `tests/e2e/course`. It is mounted at `/more/`. */
export const MORE = () => (more ??= build(path.join(ROOT, 'tests/e2e/course'), path.join(ROOT, 'target/e2e/course')));
/** One of its quizzes: `arabic`, `german`, `exam`, `sure`. */
export const other = id => read(MORE(), id, '/more/');

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
    const site = await serve({ '/': DIST, '/course/': path.join(DIST, 'course'), ...(more && { '/more/': more }), ...mounts }, faults);
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

async function attempt({ name, run, seconds }) {
  const context = new Context(name);
  const begun = Date.now();
  let failure;
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not through after ${seconds} s`)), seconds * 1000); });
  try {
    await Promise.race([run(context), late]);
  } catch (error) {
    failure = error;
    fs.mkdirSync(FAILURES, { recursive: true });
    const file = name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
    for (const [i, page] of context.pages.entries()) await page.screenshot({ path: path.join(FAILURES, `${file}-${i}.png`), timeout: 3000 }).catch(() => {});
  }
  clearTimeout(timer);
  for (const clean of context.cleanup.reverse()) await Promise.resolve().then(clean).catch(() => {});
  const figure = context.figures.length ? ` - ${context.figures.join('; ')}` : '';
  console.log(`${failure ? 'FAILED' : 'ok    '} ${name}${figure} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  if (failure) console.log(String(failure.stack ?? failure).split('\n').filter(line => !/node:internal/.test(line)).slice(0, 14).map(line => `       ${line}`).join('\n'));
  return !failure;
}

/** Runs the tests whose name holds every given part: two at a time, then those that need the machine alone. Returns how many failed. */
export async function runAll(parts) {
  const chosen = tests.filter(({ name }) => parts.every(part => name.toLowerCase().includes(part.toLowerCase())));
  const results = [];
  const queue = chosen.filter(one => !one.alone);
  const worker = async () => { while (queue.length) results.push(await attempt(queue.shift())); };
  await Promise.all([worker(), worker()]);
  for (const one of chosen.filter(one => one.alone)) results.push(await attempt(one));
  await closeBrowser();
  const failed = results.filter(passed => !passed).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  return failed;
}
