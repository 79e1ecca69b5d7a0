// A receiver of events as an author's webhook would be one, and a proxy before it that makes requests fail in every way a network can.
import http from 'node:http';

const listen = answer => new Promise(resolve => {
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part)).on('end', () => answer(request, Buffer.concat(parts), response)).on('error', () => {});
  });
  server.listen(0, '127.0.0.1', () => { server.unref(); resolve(server); });
});
const address = server => `http://127.0.0.1:${server.address().port}`;
const close = server => { server.closeAllConnections(); server.close(); };
const OPEN = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };

/** Keeps one event per id, in the order of their first arrival. `refuses` says which events it takes as broken. */
export async function receiver(refuses = () => false) {
  const events = new Map(), requests = [];
  const server = await listen((request, body, response) => {
    const { batch } = JSON.parse(body);
    requests.push({ type: request.headers['content-type'], bytes: body.length, ids: batch.map(({ id }) => id) });
    const status = batch.some(refuses) ? 400 : 200;
    if (status === 200) for (const event of batch) if (!events.has(event.id)) events.set(event.id, event);
    response.writeHead(status, OPEN).end();
  });
  return { url: `${address(server)}/in`, events, requests, close: () => close(server) };
}

/**
 * Passes requests on to `target`. Of those for which `fails` (a function that gives a number below 1) is under the live `share`, one
 * in five each is cut before it arrives, cut after it arrived, answered 500, answered 503 with a wait, or answered 429.
 */
export async function proxy(target, random, share = 0.3) {
  const live = { share, passed: 0, failed: 0 };
  const pass = (body, then) => {
    const onward = http.request(target, { method: 'POST', headers: { 'content-type': 'text/plain' } }, answer => { answer.resume(); answer.on('end', () => then(answer.statusCode)); });
    onward.on('error', () => then(502));
    onward.end(body);
  };
  const server = await listen((request, body, response) => {
    if (random() >= live.share) {
      live.passed += 1;
      return pass(body, status => response.writeHead(status, OPEN).end());
    }
    live.failed += 1;
    const kind = Math.floor(random() * 5);
    if (kind === 0) return request.socket.destroy();
    if (kind === 1) return pass(body, () => request.socket.destroy());
    if (kind === 2) return response.writeHead(500, OPEN).end();
    response.writeHead(kind === 3 ? 503 : 429, { ...OPEN, 'retry-after': '1' }).end();
  });
  return { url: `${address(server)}/in`, live, close: () => close(server) };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export const seeded = seed => () => {
  seed = seed + 0x6d2b79f5 | 0;
  let mixed = Math.imul(seed ^ seed >>> 15, 1 | seed);
  mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
  return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
};

/** The id of an entry's event, worked out apart from the program: the entry's with its last 48 bits mixed with the event's name. */
export const eventId = (entry, name) => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(name)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return entry.slice(0, -12) + (BigInt('0x' + entry.slice(-12)) ^ hash >> 16n).toString(16).padStart(12, '0');
};
