// The shell around the player: keeps the reader's answers, loads the WASM when it is wanted, and keeps the page
// readable when anything goes wrong. Classic script, no dependency, no HTML sink; runs once however often it is included.
(() => {
  const KEY = Symbol.for('waypost.shell');
  if (window[KEY]) return;
  const script = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript').get.call(document);
  const FILES = __FILES__; // by kind: glue, WASM, style sheet
  const widgets = new Set();
  const element = (name, className, textContent = '') => Object.assign(document.createElement(name), { className, textContent });
  // A blob's address ends in a UUID on every page; crypto.randomUUID is missing where the page came without TLS.
  const uuid = () => {
    const address = URL.createObjectURL(new Blob());
    URL.revokeObjectURL(address);
    return address.slice(-36);
  };
  const seed = () => crypto.getRandomValues(new Uint32Array(1))[0];

  // --- The journal: one IndexedDB record an action, in memory too until it is stored, and where nothing can be stored.
  const NOTHING = 0, DEVICE = 1, MEMORY = 2, FAILED = 3;
  let opening;
  const database = () => opening ||= new Promise((resolve, reject) => {
    setTimeout(reject, 2000);
    const request = indexedDB.open('waypost', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true }).createIndex('widget', 'widget');
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = request.onblocked = reject;
  });
  const stored = async name => {
    const request = (await database()).transaction('journal').objectStore('journal').index('widget').getAll(name);
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result.map(record => record.entry));
      request.onerror = reject;
    });
  };
  const append = async (widget, entry) => {
    // Only an answer waits for the disk: whatever else waited there would stand in its way when the page is killed.
    const durability = entry.includes('"commit":{') ? 'strict' : 'relaxed';
    const transaction = (await database()).transaction('journal', 'readwrite', { durability });
    // The store gives the number, so that two tabs cannot take the same one; and nothing is waited for, so that what
    // the reader did has left this process within the same task.
    transaction.objectStore('journal').add({ widget, entry });
    transaction.commit?.();
    return new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = reject;
    });
  };

  // --- The programs: for each kind of widget one compiled module, one instance for all its widgets, a fresh one after a stop.
  const programs = {};
  class Program {
    constructor(kind) { Object.assign(this, { kind, lastStop: -1e9 }); }
    async download() {
      if (!window.WebAssembly) throw 'no-wasm';
      const abort = new AbortController();
      let timer;
      const alive = () => { clearTimeout(timer); timer = setTimeout(() => abort.abort(), 8000); };
      try {
        alive();
        const response = await fetch(new URL(FILES[this.kind][1], script.src), { signal: abort.signal });
        if (!response.ok) throw 'network ' + response.status;
        // Compiled while it comes in, whatever the server calls it.
        const body = response.body.pipeThrough(new TransformStream({ transform(part, on) { alive(); on.enqueue(part); } }));
        return await WebAssembly.compileStreaming(new Response(body, { headers: { 'Content-Type': 'application/wasm' } }));
      } finally { clearTimeout(timer); }
    }
    async start() {
      const player = window['waypost_' + this.kind]();
      await player({ module_or_path: await (this.compiled ||= this.download()) });
      player.start(() => this.stopped());
      return player;
    }
    load() {
      return this.instance ||= this.start().catch(error => { this.instance = this.compiled = undefined; throw error; });
    }
    stopped() {
      const again = performance.now() - this.lastStop < 60000;
      this.lastStop = performance.now();
      this.instance = undefined;
      for (const widget of widgets) if (widget.live && widget.program === this) {
        widget.live.inert = true;
        // Twice in a minute: the last action may be the cause, so the next start leaves it out.
        if (again) { widget.voidLast(); widget.fail(STOPPED); } else setTimeout(() => { widget.retire(); widget.wake(); });
      }
    }
  }
  addEventListener('error', ({ error }) => {
    if (error && !(error instanceof WebAssembly.RuntimeError)) return;
    for (const program of Object.values(programs)) {
      if (program.instance) program.instance.then(player => { try { player.pulse(); } catch { program.stopped(); } });
    }
  });

  // Places in `data-says`, where the prerendered page has the sentences in its own language.
  const SLOW = 0, STOPPED = 1, UNLOADED = 2, AGAIN = 3;

  class Widget {
    // host: where events start; root: the prerendered widget, or a place for the player; name: the journal's name.
    constructor(host, root, name, source, kind) {
      Object.assign(this, { host, root, name, source, entries: [], pressed: [], untold: 0, state: NOTHING });
      this.program = programs[kind] ||= new Program(kind);
      root.addEventListener('change', event => event.isTrusted && this.pick(event.target));
      root.addEventListener('click', event => {
        const button = event.target.closest('[data-act]');
        if (!button || this.live) return;
        root.dataset.state ||= 'waiting';
        // An answer is written down; for all else the player looks here when it comes.
        if (button.dataset.act === 'check' && this.picked) this.answer('commit'); else this.pressed.push(button);
      });
      for (const type of ['pointerover', 'focusin']) root.addEventListener(type, () => this.wake(), { once: true });
      new IntersectionObserver((seen, observer) => {
        if (seen.some(entry => entry.isIntersecting)) { observer.disconnect(); this.seen = true; this.wake(); }
      }).observe(host);
    }
    // An answer given before the player is there goes into the journal just as the player would write it. A control that is no
    // option of a quiz says in `data-write` what that is.
    pick(input) {
      const item = input.closest('[data-item]'), { write } = input.dataset;
      if (this.live) return;
      if (write) return this.write(JSON.parse(write));
      if (!item || !input.closest('.wp-option, .wp-certainty')) return;
      const sure = Number(item.querySelector('.wp-certainty input:checked')?.value) || null;
      this.picked = [item.dataset.item, [...item.querySelectorAll('.wp-option input:checked')].map(option => option.value), sure];
      this.answer('draft');
    }
    recall() { return this.ready ||= stored(this.name).then(entries => { this.entries = entries; }, () => {}); }
    answer(action) {
      const [item, options, sure] = this.picked;
      this.write({ [action]: { item, response: { options }, sure } });
    }
    async write(action) {
      const { revision } = this.root.dataset;
      await this.recall();
      const early = [action];
      if (!this.entries.length) early.unshift({ start: { seed: seed(), revision } });
      this.untold += early.length;
      for (const action of early) this.save(this.entry(action));
      if (this.seen) this.wake();
    }
    entry(action) {
      return JSON.stringify({ id: uuid(), at: Date.now(), ms: Math.floor(performance.now()), via: 'static', action });
    }
    save(entry) {
      this.entries.push(entry);
      append(this.name, entry).catch(() => append(this.name, entry))
        .then(() => DEVICE, () => database().then(() => FAILED, () => MEMORY)).then(state => this.report(state));
    }
    report(state) {
      this.state = Math.max(state, this.state);
      if (this.live) this.tell(player => player.saved(this.number, this.state));
    }
    tell(what) { if (this.program.instance) this.program.instance.then(what); }
    voidLast() {
      const last = this.entries.at(-1);
      if (last) this.save(this.entry({ void: { entry: JSON.parse(last).id } }));
    }
    async wake() {
      // After a failure only the reader's Try again starts anew: a pointer that passes over the page does not.
      if (this.waking || this.live || this.root.dataset.state === 'failed') return;
      this.waking = true;
      const slow = setTimeout(() => this.say(SLOW), 10000);
      try {
        const [player, bundle] = await Promise.all([this.program.load(), this.bundle(), this.recall()]);
        this.live = document.createElement('div');
        this.live.hidden = true;
        this.root.after(this.live);
        this.number = player.mount(this.live, bundle, this.entries, this.untold, this);
        this.untold = 0;
        this.report(this.state);
      } catch (error) { this.fail(UNLOADED, error); }
      clearTimeout(slow);
      this.waking = false;
    }
    async bundle() {
      if (this.text) return this.text;
      const response = await fetch(new URL('bundle.json', this.source));
      if (!response.ok) throw 'bundle ' + response.status;
      return this.text = await response.text();
    }
    fail(words, error) {
      if (error) this.emit('failed', JSON.stringify({ waypost: 1, type: 'failed', data: { code: String(error) } }));
      this.retire();
      this.say(words);
      this.root.dataset.state = 'failed';
    }
    retire() {
      if (this.live) {
        this.live.remove();
        const { number } = this;
        this.tell(player => player.unmount(number));
      }
      this.live = undefined;
      this.root.hidden = false;
    }
    say(words) {
      this.hush();
      this.notice = element('div', 'wp-notice');
      const says = this.root.dataset.says.split('|'), again = element('button', 'wp-quiet', says[AGAIN]);
      again.type = 'button';
      again.onclick = () => { this.hush(); this.wake(); };
      this.notice.setAttribute('role', 'alert');
      this.notice.append(element('p', '', says[words]), again);
      (this.root.querySelector('.wp-card') || this.root.lastChild).after(this.notice);
    }
    hush() {
      if (this.notice) this.notice.remove();
      delete this.root.dataset.state;
    }

    // --- What the player asks of its page.
    shown() {
      const focused = this.root.getRootNode().activeElement;
      this.hush();
      this.live.hidden = false;
      const input = focused && this.root.contains(focused) && (focused.value ? `input[value="${CSS.escape(focused.value)}"]` : 'button');
      this.root.hidden = true;
      if (input) this.focus(input);
      for (const type of ['click', 'input']) this.live.addEventListener(type, event => this.stay(event.target));
    }
    // A thing that moves takes the focus along; a button that leads no further hands it to the other one.
    stay(target) {
      const control = target.closest('.wp-thing :is(button, select)');
      if (!control) return;
      requestAnimationFrame(() => {
        const other = control.ariaDisabled && control.parentNode.querySelector('button:not([aria-disabled])');
        (other || control).focus({ preventScroll: true });
      });
    }
    focus(selector) {
      const target = this.live && this.live.querySelector(selector);
      if (!target) return;
      target.focus({ preventScroll: true });
      if (target.getBoundingClientRect().top < 0) this.live.scrollIntoView({ block: 'start' });
    }
    emit(type, detail) {
      this.host.dispatchEvent(new CustomEvent('waypost-' + type, { bubbles: true, composed: true, detail: JSON.parse(detail) }));
    }
    now() { return Date.now(); }
    clock() { return performance.now(); }
    uuid() { return uuid(); }
    seed() { return seed(); }
  }

  // --- The page: widgets that stand in it.
  const names = new Map();
  const shell = window[KEY] = {
    add(host, root, source, kind) {
      // The same lesson twice on a page is two sittings.
      const { href } = source, count = (names.get(href) || 0) + 1;
      names.set(href, count);
      const widget = new Widget(host, root, count > 1 ? `${href}#${count}` : href, source, kind);
      widgets.add(widget);
      return widget;
    },
    remove(widget) {
      names.set(widget.source.href, names.get(widget.source.href) - 1);
      widgets.delete(widget);
      widget.retire();
    },
  };
  const here = new URL('.', location.href);
  for (const root of document.querySelectorAll('.wp[data-surface=static]')) shell.add(root, root, here, root.dataset.kind);

})();
