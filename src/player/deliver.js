// Sends what readers do to where the author wants it. When something is sent, and what an answer means, is decided by the machine in the
// WASM of the outbox (core/delivery); this keeps the outbox, makes the requests, and tells the reader. Runs before the shell, where a
// course has a webhook.
(() => {
  const KEY = Symbol.for('waypost.deliver'), store = window[Symbol.for('waypost.store')], program = window[Symbol.for('waypost.program')];
  if (window[KEY]) return;
  // Records by what the machine knows them by; those that could not be stored live here alone, as long as the page.
  const known = new Map(), held = [], flights = new Set(), widgets = new Set();
  const name = (sink, id) => sink + '\n' + id;
  let machine, timer, busy, left;
  const load = async () => {
    if (!window.waypost_outbox) await window[Symbol.for('waypost.embed')].script('outbox.js');
    return program('outbox').load();
  };
  const confirms = {};

  const run = input => {
    let commands;
    try { commands = JSON.parse(machine.deliver(JSON.stringify(input), Date.now())); } catch { machine = undefined; return; /* It stopped; the next look takes a fresh one. */ }
    for (const command of commands) for (const what in command) act[what](command[what]);
  };
  const act = {
    send({ flight, sink, ids, keepalive }) {
      const batch = ids.map(id => known.get(name(sink, id)).body);
      const asked = confirms[sink] === false ? 'no-cors' : 'cors';
      // A text needs no question before it; who receives it may read it as JSON all the same.
      const request = fetch(sink, {
        method: 'POST', body: `{"waypost":1,"batch":[${batch}]}`, mode: asked, keepalive, credentials: 'omit', referrerPolicy: 'no-referrer',
        signal: keepalive ? undefined : AbortSignal.timeout?.(20000),
      }).then(response => {
        const wait = Number(response.headers.get('Retry-After'));
        // Who answers without saying so to a page cannot be heard: taken as received.
        return { status: { code: response.type === 'opaque' ? 200 : response.status, wait: wait > 0 ? Math.min(Math.ceil(wait), 3600) : null } };
      }, () => 'silence').then(answer => {
        flights.delete(request);
        run({ answered: { flight, answer } });
      });
      flights.add(request);
    },
    forget({ sink, ids }) {
      for (const id of ids) drop(sink, id);
      change(sink, ids, (outbox, key) => outbox.delete(key));
    },
    keep(records) {
      for (const { sink, id, tries, next, parked } of records) {
        const now = Object.assign(known.get(name(sink, id)), { tries, next, parked });
        change(sink, [id], (outbox, order) => outbox.put({ ...now, order }));
      }
    },
    wake({ at }) {
      clearTimeout(timer);
      timer = setTimeout(look, Math.min(Math.max(at - Date.now(), 0), 3600000));
    },
    show({ journal, standing }) {
      for (const widget of widgets) if (widget.name === journal) show(widget, standing);
    },
  };
  const drop = (sink, id) => {
    const record = known.get(name(sink, id));
    known.delete(name(sink, id));
    if (held.includes(record)) held.splice(held.indexOf(record), 1);
  };
  // Changes records that are still there: another tab may have delivered them meanwhile.
  const change = (sink, ids, work) => store.change(['outbox'], outbox => {
    for (const id of ids) outbox.index('id').getKey([sink, id]).onsuccess = ({ target }) => target.result && work(outbox, target.result);
  }).catch(() => {});

  // Looks into the outbox and lets the machine go on. One tab at a time sends; the others find nothing left when it is their turn.
  const find = async () => {
    const records = [...await store.read('outbox').catch(() => []), ...held];
    left = false;
    known.clear();
    for (const record of records) known.set(name(record.sink, record.id), record);
    run({ found: records.map(({ id, sink, journal, body, tries, next, parked }) => ({ id, sink, journal, bytes: new Blob([body]).size, tries, next, parked })) });
  };
  const locked = work => Promise.resolve().then(() => navigator.locks.request('waypost.outbox', work)).catch(work);
  const look = async () => {
    if (!widgets.size) return;
    // Where it does not come, everything waits in the outbox for a better time.
    machine ||= await load().catch(() => {});
    if (!machine || busy) return machine && find();
    busy = true;
    await locked(async () => {
      await find();
      while (flights.size) await Promise.race(flights);
    });
    busy = false;
  };
  // A page that is out of sight may never be seen again: what waits goes out once, and again only after something new.
  const leave = () => { if (machine && !left) { left = true; run('leaving'); } };
  for (const type of ['online', 'pageshow']) addEventListener(type, look);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') look(); else leave(); });
  addEventListener('pagehide', leave);

  // --- What the reader sees: one quiet line below the widget, once there is something to say.
  const WORDS = {
    waiting: 'Waiting to send ({n})', sent: 'Sent', parked: 'Could not be sent: {n}', copy: 'Copy my answers', again: 'Send again', copied: 'Copied',
  };
  const element = (tag, textContent, className = '') => Object.assign(document.createElement(tag), { textContent, className });
  const show = (widget, { waiting, parked }) => {
    const line = widget.line ||= element('p', '', 'wp wp-aside');
    if (!line.isConnected) widget.live.after(line);
    const said = widget.words(WORDS), state = parked ? 'parked' : waiting ? 'waiting' : 'sent';
    // Counted in answers, which is what readers know.
    const ours = [...known.values()].filter(record => record.journal === widget.name && !record.parked === !parked);
    const count = ours.filter(({ body }) => body.includes('"type":"answered"')).length || ours.length;
    widget.page('notice', { state, count });
    line.dataset.state = state;
    line.replaceChildren(element('span', said[state].replace('{n}', count)));
    const button = (words, action) => {
      const control = line.appendChild(element('button', words, 'wp-quiet'));
      control.type = 'button';
      control.onclick = () => action(control);
    };
    if (parked) {
      button(said.copy, async control => {
        const text = ours.map(({ body }) => body).join('\n');
        try {
          await navigator.clipboard.writeText(text);
          control.textContent = said.copied;
        } catch {
          // A frame may not reach the clipboard: the answers themselves, to be copied by hand.
          const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, ariaLabel: said.copy });
          control.replaceWith(field);
          field.select();
        }
      });
      button(said.again, () => run('again'));
    }
  };

  window[KEY] = {
    // The records of these events for a widget's webhook.
    records(widget, events) {
      const { url } = widget.webhook;
      return events.map(event => ({ id: event.id, sink: url, journal: widget.name, body: JSON.stringify(event), tries: 0, next: 0, parked: null }));
    },
    // A widget is there.
    join(widget) {
      widgets.add(widget);
      confirms[widget.webhook.url] = widget.webhook.confirms;
      look();
    },
    // What these answers mean was not known when they were stored, before the player was there.
    owe(widget, events) {
      const records = this.records(widget, events);
      store.change(['journal', 'outbox'], (journal, outbox) => {
        for (const record of records) outbox.add(record);
        journal.index('widget').openCursor(widget.name).onsuccess = ({ target: { result } }) => {
          if (!result) return;
          if (result.value.early) result.update({ ...result.value, early: undefined });
          result.continue();
        };
      }).catch(() => { held.push(...records); }).then(look);
    },
    // Records are in the outbox, or could not be put there.
    made(records, stored) {
      if (!stored) held.push(...records);
      look();
    },
  };
})();
