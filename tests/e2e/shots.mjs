// Pictures of every state to be looked at: widths, light, dark and forced colors, right to left, text at 200 %; sheets of each in target/shots.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, closeBrowser } from './harness/browser.mjs';
import { demo, DIST, leadership, MORE, other, prepare, ROOT } from './harness/test.mjs';
import { open } from './harness/reader.mjs';
import { serve } from './harness/server.mjs';
import { walk, walkKinds, walkStatic, walkSure } from './states.mjs';

const OUT = path.join(ROOT, 'target/shots');
const WIDTHS = [320, 360, 768, 1280];
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
  rtl: { colorScheme: 'light', script: "document.addEventListener('DOMContentLoaded', () => document.documentElement.dir = 'rtl'); new MutationObserver(() => { for (const root of document.querySelectorAll('.wp[dir=ltr]')) root.dir = 'rtl'; }).observe(document, { subtree: true, childList: true });" },
  large: { colorScheme: 'light', script: "new MutationObserver(() => document.documentElement && document.documentElement.style.setProperty('font-size', '200%')).observe(document, { subtree: true, childList: true });" },
};
/** Every look at a phone's width; light at every width, dark and forced at a wide one, too. */
const PAIRS = Object.keys(LOOKS).flatMap(look => (look === 'light' ? WIDTHS : look === 'rtl' || look === 'large' ? [360, 768] : [360, 1280]).map(width => [look, width]));

await prepare();
const quiz = leadership();
const [kinds, arabic, german, exam, sure] = [demo(), ...['arabic', 'german', 'exam', 'sure'].map(other)];
const taken = [];
fs.rmSync(OUT, { recursive: true, force: true });
fs.mkdirSync(OUT, { recursive: true });

/** A page in a look; calls `work(page, site, shoot)` and closes everything. */
async function inLook(look, width, work) {
  const { script, ...options } = LOOKS[look];
  const site = await serve({ '/': DIST, '/course/': path.join(DIST, 'course'), '/more/': MORE });
  const context = await (await browser()).newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', deviceScaleFactor: 1, ...options });
  if (script) await context.addInitScript(script);
  const shoot = async (name, page) => {
    if (!name.includes(named)) return;
    const file = `${look}-${width}-${name.replace(/\W+/g, '-')}.png`;
    await page.mouse.move(0, 0);
    // What is cut off at the side is a fault that a picture does not show.
    const wide = await Promise.all(page.frames().map(frame => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)));
    // The whole page at once: a viewport as high as the document, since what a capture lays out by itself may not be painted.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(120);
    await page.screenshot({ path: path.join(OUT, file) });
    await page.setViewportSize({ width, height: 800 });
    taken.push({ look, width, name, file, overflow: Math.max(...wide) });
  };
  try { await work(await context.newPage(), site, shoot); } finally { await context.close(); site.close(); }
}

async function states([look, width]) {
  // What is written from right to left is shown in its own script; long words come in every look but that one.
  const walks = [[walk, quiz], [walkStatic, quiz], [walkKinds, look === 'rtl' ? arabic : kinds], [walkKinds, exam], [walkSure, sure], [walkStatic, arabic], ...(look === 'rtl' ? [] : [[walkKinds, german]])];
  for (const [walk, of] of walks) await inLook(look, width, (page, site, shoot) => walk(page, site, of, name => shoot(`${of.id}, ${name}`, page)));
  await inLook(look, width, async (page, site, shoot) => {
    await page.addInitScript("IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); }");
    const reader = await (await open(page, site, 'page', quiz)).alive();
    await reader.answer(quiz.right(quiz.items[0].id));
    await reader.live.locator('.wp-saved', { hasText: /not saved/i }).waitFor();
    await shoot('not saved', page);
  });
  for (const place of ['post', 'lesson']) {
    await inLook(look, width, async (page, site, shoot) => {
      const reader = await (await open(page, site, place, quiz)).alive();
      await page.waitForTimeout(300);
      await shoot(place, page);
      await reader.answer(quiz.wrong(quiz.items[0].id));
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(OUT, `${look}-${width}-${place}-answered.png`) });
      taken.push({ look, width, name: `${place}, answered (what is in view)`, file: `${look}-${width}-${place}-answered.png`, overflow: 0 });
    });
  }
  await inLook(look, width, async (page, site, shoot) => {
    await page.goto(`${site.origin}/`);
    await page.waitForLoadState('networkidle');
    await shoot('gallery', page);
  });
}

/** One page with all pictures of a look, and a picture of every five of them, small enough to be looked at. */
async function sheet(look, width) {
  const own = taken.filter(one => one.look === look && one.width === width);
  const shown = Math.min(width, 420);
  const figure = ({ name, file, overflow }) => `<figure><figcaption>${name}${overflow > 0 ? ` <b>${overflow} px too wide</b>` : ''}</figcaption><div><a href="${file}"><img src="${file}" width="${shown}"></a></div></figure>`;
  const rows = own.flatMap((_, i) => (i % 5 ? [] : [`<section>${own.slice(i, i + 5).map(figure).join('')}</section>`]));
  const style = 'body{font:14px system-ui;margin:0;background:#bbb}section{display:flex;gap:12px;padding:12px;align-items:start;inline-size:max-content}figure{margin:0}div{max-height:1400px;overflow:hidden;border:1px solid #888}img{display:block}b{color:#a00}';
  const html = path.join(OUT, `sheet-${look}-${width}.html`);
  fs.writeFileSync(html, `<!doctype html><meta charset="utf-8"><title>${look} ${width}</title><style>${style}</style>${rows.join('')}`);
  const page = await (await browser()).newPage({ viewport: { width: 5 * (shown + 14) + 24, height: 1200 } });
  await page.goto(pathToFileURL(html).href);
  const pictures = [];
  for (const [i, row] of (await page.locator('section').all()).entries()) {
    pictures.push(html.replace('.html', `-${i + 1}.png`));
    await row.screenshot({ path: pictures.at(-1) });
  }
  await page.close();
  return pictures;
}

// `node tests/e2e/shots.mjs rtl-360 arabic` takes those of one look only, and of them those whose name holds a word.
const [only = '', named = ''] = process.argv.slice(2);
const pairs = PAIRS.filter(([look, width]) => `${look}-${width}`.includes(only));
const queue = [...pairs];
const failures = [];
await Promise.all([0, 1].map(async () => {
  for (let pair; (pair = queue.shift());) await states(pair).catch(error => failures.push(`${pair.join(' ')}: ${error.message}`));
}));
const sheets = [];
for (const [look, width] of pairs) sheets.push(...(await sheet(look, width)));
fs.writeFileSync(path.join(OUT, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Waypost in every state</title><ul>${pairs.map(([look, width]) => `<li><a href="sheet-${look}-${width}.html">${look}, ${width} px</a></li>`).join('')}</ul>`);
await closeBrowser();
for (const file of [path.join(OUT, 'index.html'), ...sheets]) console.log(path.relative(ROOT, file));
for (const { look, width, name, overflow } of taken) if (overflow > 0) console.log(`too wide by ${overflow} px: ${look} ${width} ${name}`);
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${taken.length} pictures`);
process.exit(failures.length ? 1 : 0);
