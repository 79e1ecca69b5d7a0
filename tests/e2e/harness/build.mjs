// Sites of other courses, built for one test by the program `waypost` with the player under test.
import fs from 'node:fs';
import path from 'node:path';
import { build, ROOT } from './programs.mjs';

/**
 * Builds a course (file name to text) under `prefix` of a site of its own. It knows its address, unless `knows` is false: then it has no
 * posters and mails, and takes a quarter of the time. Nothing is said about headers there: it is a plain static host. Returns the server;
 * `base` is the address of the built site, `folder` where it lies.
 */
export async function built(t, files, { prefix = '/site/', faults = [], mounts = {}, knows = true } = {}) {
  const course = t.folder(), folder = t.folder();
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(course, name), text);
  const site = await t.site(faults, { [prefix]: folder, ...mounts });
  const base = `${site.origin}${prefix}`;
  await build(course, folder, ...(knows ? ['--base', base] : []));
  // What hosts are told is left out on purpose.
  fs.rmSync(path.join(folder, '_headers'));
  return Object.assign(site, { base, folder });
}

/** The files of the shipped course; `more` stands at the end of its course.toml. */
export function shipped(more = '', without = []) {
  const names = fs.readdirSync(path.join(ROOT, 'content')).filter(name => /\.(md|toml)$/.test(name));
  const files = Object.fromEntries(names.map(name => [name, fs.readFileSync(path.join(ROOT, 'content', name), 'utf8')]));
  for (const table of without) files['course.toml'] = files['course.toml'].replace(new RegExp(`\\n\\[${table}\\]\\n(?:[^\\[]*\\n)?(?=\\[|$)`), '\n');
  files['course.toml'] += `\n${more}\n`;
  return files;
}
