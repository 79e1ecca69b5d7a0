// Builds Waypost's pages for the reader benchmark into the harness's site folder: the same post and the same ten questions as every row.
//   node bench/readers/pages.mjs --harness HARNESS --site SITE [--dist dist]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../..');
const option = (name, standard) => { const i = process.argv.indexOf(`--${name}`); return i < 0 ? standard : process.argv[i + 1]; };
const [harness, site, dist] = [option('harness'), option('site'), path.resolve(ROOT, option('dist', 'dist'))];
if (!harness || !site) { console.error('usage: pages.mjs --harness HARNESS --site SITE [--dist dist]'); process.exit(2); }
const MULTI = Number(process.env.MULTI || 20);
const put = (name, text) => { const file = path.join(site, name); fs.mkdirSync(path.dirname(file), { recursive: true }); fs.writeFileSync(file, text); };

// --- The questions as a course: one quiz, and one page that holds it as an element.
const quiz = JSON.parse(fs.readFileSync(path.join(harness, 'content/quiz.json'), 'utf8'));
const letters = 'abcdefgh';
const question = ({ q, o, a, e }, i) => `## ${q} {#q${i + 1}}\n\n${o.map((text, k) => `- [${k === a ? 'x' : ' '}] ${text} {#${letters[k]}}`).join('\n')}\n\n> [!NOTE]\n> ${e}\n`;
const course = fs.mkdtempSync(path.join(os.tmpdir(), 'waypost-bench-'));
const write = (name, text) => fs.writeFileSync(path.join(course, name), text);
// Twenty quizzes, as a page with twenty would have; a browser fetches one address that stands there twenty times one after the other.
const ids = Array.from({ length: MULTI }, (_, i) => `basics-${i + 1}`);
write('course.toml', `title = "${quiz.title}"\nlang = "en"\norder = ${JSON.stringify(['index.md', 'many.md', ...ids.map(id => `${id}.md`)])}\n`);
for (const id of ids) write(`${id}.md`, `+++\nid = "${id}"\ntitle = "${quiz.title}"\nlang = "en"\nshuffle_options = false\n+++\n\n${quiz.questions.map(question).join('\n')}`);
const lesson = links => `+++\nkind = "page"\nlayout = "lesson"\nembed = "element"\ntitle = "A post with a quiz"\nlang = "en"\n+++\n\n${links.map(id => `[Take the quiz](${id}.md)\n\n`).join('')}`;
write('index.md', lesson(ids.slice(0, 1)));
write('many.md', lesson(ids));
fs.rmSync(path.join(site, 'waypost'), { recursive: true, force: true });
execFileSync('cargo', ['run', '--quiet', '--package', 'waypost-cli', '--', 'build', course, '--out', path.resolve(site, 'waypost'), '--player', path.join(dist, 'p')], { cwd: ROOT, stdio: 'inherit' });
fs.rmSync(course, { recursive: true });

// --- What an author pastes, taken from the built site.
const absolute = html => html.replaceAll('="p/v1/', '="/waypost/p/v1/').replaceAll('="w/', '="/waypost/w/');
// The element of a built page, and what its head loads for it.
const built = name => {
  const page = fs.readFileSync(path.join(site, `waypost/${name}.html`), 'utf8');
  const all = pattern => page.match(pattern) ?? (() => { throw new Error(`${name}.html has nothing like ${pattern}`); })();
  return {
    // With the script that stands after the first one.
    elements: all(/<waypost-widget[^]*?<\/waypost-widget>(?:<script>[^]*?<\/script>)?/g).map(absolute),
    head: absolute(all(/<link as="fetch"[^>]*>|<script[^>]* src="p\/v1[^>]*><\/script>/g).join('')),
  };
};
const [one, some] = [built('index'), built('many')];
const { widgets } = JSON.parse(fs.readFileSync(path.join(site, 'waypost/course.json'), 'utf8'));
const frames = widgets.map(({ embeds }) => embeds.find(({ form }) => form === 'iframe').code.replaceAll('{base}', '/waypost/'));

// --- The same post as every other row.
const para = 'Moving from shipping features to shaping outcomes changes what a good week looks like. The questions below take about two minutes; nobody sees your answers, and you can come back to them later.';
const css = fs.readFileSync(path.join(harness, 'src/host.css'), 'utf8');
const post = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Post</title><style>${css}</style>${head}</head><body><main><h1>A post with a quiz</h1><p>${para}</p>${body}<p>${para}</p><p>${para}</p></main></body></html>`;
const apart = `<p>${para}</p>`;
put('waypost-element/index.html', post(one.head, one.elements[0]));
put('waypost-element/multi.html', post(some.head, some.elements.join(apart)));
put('waypost-iframe/index.html', post('', frames[0]));
// The row asks when all twenty are answerable: lazy frames below the fold would never be.
put('waypost-iframe/multi.html', post('', frames.join(apart).replaceAll(' loading="lazy"', '')));
console.log(`waypost-element, waypost-iframe: ${quiz.questions.length} questions, ${MULTI} on the second page`);
