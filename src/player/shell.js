// The shell around the player: keeps the reader's answers (store.js), starts the player (program.js) when it is wanted, and
// keeps the page readable when anything goes wrong. Classic script, no dependency, no HTML sink; runs once however often it is included.
(() => {
  const KEY = Symbol.for('waypost.shell');
  if (window[KEY]) return;
  const widgets = new Set();
  const element = (name, className, textContent = '') => Object.assign(document.createElement(name), { className, textContent });
  // What else of the player's scripts may be there: what is kept, what is sent. The loader of a host page can fetch them.
  const store = window[Symbol.for('waypost.store')], program = window[Symbol.for('waypost.program')], { uuid, seed } = store;
  const part = async name => window[Symbol.for('waypost.' + name)] || window[Symbol.for('waypost.embed')]?.script(name + '.js').then(() => part(name));
  const here = new URL('.', location.href);
  const NOTHING = 0, DEVICE = 1, MEMORY = 2, FAILED = 3;

  const WORDS = {
    slow: 'Still loading. You can keep reading.', stopped: 'The interactive part stopped. Your answers are kept and you can keep reading.',
    unloaded: 'The interactive part could not be loaded. You can keep reading what is here.', retry: 'Try again',
  };

  class Widget {
    // host: where events start; root: the prerendered widget, or a place for the player; name: the journal's name.
    constructor(host, root, name, source, kind) {
      Object.assign(this, { host, root, name, source, uuid, seed, entries: [], unsaved: [], pressed: [], untold: 0, state: NOTHING });
      this.program = program(kind);
      this.program.widgets.add(this);
      root.addEventListener('change', event => event.isTrusted && this.pick(event.target));
      root.addEventListener('click', event => {
        const button = event.target.closest('[data-act]');
        if (!event.isTrusted || !button || this.live) return;
        const check = button.dataset.act === 'check';
        if (this.asked()) {
          if (check) this.pick(root.querySelector('.wp-option input:checked')); else delete root.dataset.state;
          this.wake();
        }
        root.dataset.state ||= 'waiting';
        // An answer is written down; for all else the player looks here when it comes.
        if (check && this.picked) this.answer('commit'); else this.pressed.push(button);
      });
      for (const type of ['pointerover', 'focusin']) root.addEventListener(type, () => this.wake(), { once: true });
      new IntersectionObserver((all, observer) => {
        for (const { isIntersecting, intersectionRatio: ratio } of all) {
          if (isIntersecting) { this.seen = true; this.wake(); }
          if (ratio < 0.5) continue;
          observer.disconnect();
          this.page('visible', { ratio: 0.5 });
        }
      }, { threshold: [0, 0.5] }).observe(host);
      // An element's player is on its way when the element is a screen away; a frame's was when the frame was seen (early.js), which is
      // used even if the reader has moved on.
      if (host === root) this.prepare(); else new IntersectionObserver((all, observer) => {
        for (const { isIntersecting } of all) if (isIntersecting) {
          observer.disconnect();
          this.prepare();
        }
      }, { rootMargin: '100%' }).observe(host);
    }
    // An answer given before the player is there goes into the journal just as the player would write it. A control that is no
    // option of a quiz says in `data-write` what that is.
    pick(input) {
      const item = input.closest('[data-item]'), { write } = input.dataset;
      if (this.live) return;
      if (this.asked()) {
        this.via = 'email';
        delete this.root.dataset.state;
      }
      if (write) return this.write(JSON.parse(write));
      if (!item || !input.closest('.wp-option, .wp-certainty')) return;
      const sure = Number(item.querySelector('.wp-certainty input:checked')?.value) || null;
      this.picked = [item.dataset.item, [...item.querySelectorAll('.wp-option input:checked')].map(option => option.value), sure];
      this.answer('draft');
    }
    // An answer that was picked in a mail stands here and waits for the reader's word (address.js).
    asked() { return this.root.dataset.state === 'asked'; }
    // What was answered on an earlier visit before the player was there may still be owed to whom it is sent.
    recall() {
      return this.ready ||= store.read('journal', 'widget', this.name).then(rows => {
        this.entries = rows.map(({ entry }) => entry);
        this.owed = rows.length - 1 - rows.findLastIndex(({ early }) => !early);
      }, () => { this.owed = 0; });
    }
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
      for (const action of early) this.save(this.entry(action), '[]', 1);
      if (this.seen) this.wake();
    }
    entry(action) {
      return JSON.stringify({ id: uuid(), at: Date.now(), ms: Math.floor(performance.now()), via: this.via || 'static', action });
    }
    // Keeps an entry, with the events that follow from it, as JSON. What could not be stored is tried again with the next one.
    async save(entry, told = '[]', early) {
      this.entries.push(entry);
      const records = this.deliver ? this.deliver.records(this, JSON.parse(told)) : [];
      this.unsaved.push({ widget: this.name, entry, records, early });
      const rows = this.unsaved.splice(0), keep = () => store.keep(rows);
      let state = DEVICE;
      await keep().catch(keep).catch(async () => {
        this.unsaved.unshift(...rows);
        state = await store.works() ? FAILED : MEMORY;
      });
      this.report(state);
      if (records.length) this.deliver.made(records, state === DEVICE);
    }
    // Events of entries that were made before the player was there.
    owe(told) { if (this.deliver) this.deliver.owe(this, JSON.parse(told)); }
    report(state) {
      this.state = state;
      if (state) this.page('notice', { state: ['saved', 'memory', 'failed'][state - 1], count: this.entries.length });
      if (this.live) this.tell(player => player.saved(this.number, state));
    }
    tell(what) { if (this.program.instance) this.program.instance.then(what); }
    // Stopped twice: the last action may be the cause, so the next start leaves it out.
    halt() { this.voidLast(); this.fail('stopped'); }
    voidLast() {
      const last = this.entries.at(-1);
      if (last) this.save(this.entry({ void: { entry: JSON.parse(last).id } }));
    }
    async wake() {
      // After a failure only the reader's Try again starts anew: a pointer that passes over the page does not.
      if (this.waking || this.live || this.root.dataset.state === 'failed') return;
      // Who was here before gets what they left, and not what a mail proposes. For all others the player is made ready and waits.
      if (this.asked()) {
        this.prepare();
        return this.recall().then(() => {
          if (!this.entries.length || !this.asked()) return;
          delete this.root.dataset.state;
          this.wake();
        });
      }
      this.waking = true;
      const slow = setTimeout(() => this.say('slow'), 10000);
      try {
        const [player, bundle] = await Promise.all([this.program.load(), this.bundle(), this.recall()]);
        ({ id: this.id, webhook: this.webhook } = JSON.parse(bundle.split(',"strings"')[0] + '}')); // its head
        this.deliver = this.webhook && await part('deliver');
        this.live = document.createElement('div');
        this.live.hidden = true;
        this.root.after(this.live);
        // Without a webhook nobody is told of earlier visits.
        this.number = player.mount(this.live, new TextEncoder().encode(this.placed(bundle)), this.entries, this.untold + (this.deliver && this.owed || 0), this);
        this.untold = this.owed = 0;
        this.report(this.state);
        if (this.deliver) this.deliver.join(this);
      } catch (error) { this.fail('unloaded', error); }
      clearTimeout(slow);
      this.waking = false;
    }
    prepare() { Promise.all([this.program.load(), this.bundle()]).catch(() => {}); }
    bundle() {
      return this.text ||= fetch(new URL('bundle.json', this.source)).then(response => {
        if (!response.ok) throw 'bundle ' + response.status;
        return response.text();
      }).catch(error => { this.text = undefined; throw error; });
    }
    // Links and images of a bundle lead on from its own folder; in another page they have to say so.
    placed(bundle) {
      const { href } = new URL('../../', this.source);
      return this.source.href === here.href ? bundle : bundle.replace(/("link":\[|"src":)"\.\.\/\.\.\//g, '$1"' + href);
    }
    fail(what, error) {
      if (error) this.page('failed', { code: String(error) });
      this.retire();
      this.say(what);
      this.root.dataset.state = 'failed';
      this.unfold();
    }
    // Most of a long quiz is one text here. A document that is fetched is read as where no script runs: there it is questions.
    unfold() {
      const folded = this.root.querySelector('noscript'), request = new XMLHttpRequest();
      if (!folded) return;
      request.onload = () => folded.replaceWith(...request.response.querySelectorAll('.wp noscript>*'));
      request.responseType = 'document';
      request.open('GET', this.source);
      request.send();
    }
    retire() {
      if (this.live) {
        this.live.remove();
        const { number } = this;
        this.tell(player => player.unmount(number));
      }
      this.line?.remove();
      this.live = undefined;
      this.root.hidden = false;
    }
    say(what) {
      this.hush();
      this.notice = element('div', 'wp-notice');
      const words = this.words(WORDS), again = element('button', 'wp-quiet', words.retry);
      again.type = 'button';
      again.onclick = () => { this.hush(); this.wake(); };
      this.notice.setAttribute('role', 'alert');
      this.notice.append(element('p', '', words[what]), again);
      (this.root.querySelector('.wp-card') || this.root.lastChild).after(this.notice);
    }
    // English words of the scripts around it, and the prerendered widget's own where it has another language.
    words(english) { return { ...english, ...JSON.parse(this.root.dataset.words || '{}') }; }
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
      this.page('ready', { ms: Math.floor(performance.now()) });
      for (const type of ['click', 'input']) this.live.addEventListener(type, event => this.stay(event.target));
    }
    // A thing that moves takes the focus along; a button that leads no further hands it to the other one.
    stay(target) {
      const control = target.closest('.wp-thing :is(button, select)');
      if (!control) return;
      const back = () => {
        // A quick reader may have gone on meanwhile.
        if (document.activeElement !== document.body && control.getRootNode().activeElement !== control) return;
        const other = control.ariaDisabled && control.parentNode.querySelector('button:not([aria-disabled])');
        (other || control).focus({ preventScroll: true });
      };
      // The view has mostly come before this is called: the next press finds the focus. Else it comes with the next frame.
      back();
      requestAnimationFrame(back);
    }
    focus(selector) {
      const target = this.live && this.live.querySelector(selector);
      if (!target) return;
      target.focus({ preventScroll: true });
      const { top } = target.getBoundingClientRect();
      if (top < 0) this.live.scrollIntoView({ block: 'start' });
      this.page('reveal', { top: Math.floor(top) });
    }
    emit(type, told) { this.hear(type, JSON.parse(told)); }
    // What is about the page, not the reader.
    page(type, data) { this.hear(type, { waypost: 1, type, widget: this.id || this.root.dataset.widget, data }); }
    hear(type, detail) { this.host.dispatchEvent(new CustomEvent('waypost-' + type, { bubbles: true, composed: true, detail })); }
    now() { return Date.now(); }
    clock() { return performance.now(); }
  }

  // --- The page: widgets that stand in it.
  const names = new Map();
  const shell = window[KEY] = {
    widgets,
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
      widget.program.widgets.delete(widget);
      widget.retire();
    },
  };
  for (const root of document.querySelectorAll('.wp[data-surface=static]')) shell.add(root, root, here);
})();
