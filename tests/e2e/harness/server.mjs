// A static web server for one test: serves folders under paths, with the headers a build publishes, and can be told to misbehave.
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json', svg: 'image/svg+xml', wasm: 'application/wasm', png: 'image/png' };

/**
 * Serves `mounts` ({ '/': folder, '/more/': folder }, longest prefix first) on 127.0.0.1 at a free port.
 *
 * `faults` is a live list; a fault applies while it is in it. Each has `match` (a RegExp on the path) and any of
 * `delay` (ms before the answer), `until` (a promise to wait for, see `held`), `status`, `type` (content type), `body` (instead of the file), `cut` (end the connection
 * after this share of the bytes), `rewrite` (string => string).
 */
export async function serve(mounts, faults = []) {
  const requests = [];
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const rules = prefixes.flatMap(prefix => headerRules(prefix, mounts[prefix]));

  const answer = async (request, response) => {
    const url = new URL(request.url, 'http://here');
    const asked = decodeURIComponent(url.pathname).replace(/\/$/, '/index.html');
    const prefix = prefixes.find(known => asked.startsWith(known));
    const file = prefix && path.join(mounts[prefix], path.normalize('/' + asked.slice(prefix.length)));
    const seen = { path: asked, done: 0 };
    requests.push(seen);
    const fault = Object.assign({}, ...faults.filter(one => one.match.test(asked)));
    if (fault.delay) await new Promise(resolve => setTimeout(resolve, fault.delay));
    await fault.until;

    let body = fault.body ?? (file && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? fs.readFileSync(file) : null);
    // Browsers ask for an icon by themselves; hosts have one.
    if (asked === '/favicon.ico') { response.writeHead(204); return response.end(); }
    const status = fault.status ?? (body === null ? 404 : 200);
    if (status !== 200) body = `${status}\n`;
    if (fault.rewrite) body = fault.rewrite(String(body));
    body = Buffer.from(body);
    const type = fault.type ?? (status === 200 && TYPES[path.extname(asked).slice(1)]) ?? 'text/plain';
    const published = Object.assign({}, ...rules.filter(rule => rule.applies(asked)).map(rule => rule.headers));
    response.writeHead(status, { 'content-type': type || 'text/plain', 'content-length': body.length, 'cache-control': 'no-store', ...published });
    response.on('close', () => { seen.done = Date.now(); });
    if (fault.cut === undefined) return response.end(body);
    response.write(body.subarray(0, Math.floor(body.length * fault.cut)), () => setTimeout(() => response.destroy(), 50));
  };
  const server = http.createServer((request, response) => answer(request, response).catch(() => response.destroy()));
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: path => origin + path,
    faults,
    requests,
    count: pattern => requests.filter(request => pattern.test(request.path)).length,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

/** A fault that keeps back what `match` names until `release()`; `hold()` keeps it back again. */
export function held(match) {
  const fault = { match, hold() { fault.until = new Promise(resolve => { fault.release = resolve; }); } };
  fault.hold();
  return fault;
}

/** The rules of a published `_headers` file: a path pattern on a line of its own, then indented `Name: value` lines. */
function headerRules(prefix, folder) {
  const file = path.join(folder, '_headers');
  if (!fs.existsSync(file)) return [];
  const rules = [];
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (/^\S/.test(line) && !line.startsWith('#')) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
      const full = new RegExp(`^${prefix.replace(/\/$/, '')}${pattern}$`);
      rules.push({ applies: asked => full.test(asked) || full.test(asked.replace(/(index)?\.html$/, '')), headers: {} });
    } else if (line.includes(':') && rules.length) {
      const [name, ...value] = line.trim().split(':');
      rules.at(-1).headers[name.toLowerCase()] = value.join(':').trim();
    }
  }
  // The tests read files that change between builds: nothing is cached.
  for (const rule of rules) delete rule.headers['cache-control'];
  return rules;
}
