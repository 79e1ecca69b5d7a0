// The loader for host pages: defines <waypost-widget> and keeps Waypost's frames as high as their content.
// Classic script; may occur any number of times on a page and acts once.
(() => {
  const KEY = Symbol.for('waypost.embed'), SHELL = Symbol.for('waypost.shell');
  const FILES = __FILES__; // by program: glue, WASM, style sheet
  if (window[KEY]) return;
  const { src, dataset: { relay } } = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript').get.call(document);
  const file = name => new URL(name, src).href;
  const clamp = height => Math.min(Math.max(height, 40), 20000);

  // --- Frames
  // "320:720,480:650" and a width: the height to reserve. Between two widths the narrower one's, which is never too little.
  const reserved = (pairs, width) => {
    const points = pairs.split(',').map(pair => pair.split(':').map(Number));
    return (points.findLast(([w]) => w <= width) || points[0])[1];
  };
  const frames = () => document.querySelectorAll('iframe[data-waypost]');
  const reserve = () => frames().forEach(frame => {
    if (frame.dataset.h && !frame.dataset.told) frame.style.height = reserved(frame.dataset.h, frame.clientWidth) + 'px';
  });
  addEventListener('resize', reserve);
  // What a frame may say: how high it is, where the reader is in it, and events, which start at the frame itself.
  const EVENTS = new Set(__EVENTS__), ports = new WeakMap(), changes = new WeakMap();
  const hear = (frame, data) => {
    if (!data || data.waypost !== 1 || !EVENTS.has(data.type) || !data.data) return;
    const { height, top } = data.data;
    if (data.type === 'resized') {
      if (!Number.isInteger(height)) return;
      // A frame that changes more often than ten times in a second is obeyed when that second is over, in its last word.
      const now = performance.now(), { times = [], last } = changes.get(frame) || {}, recent = times.filter(time => now - time < 1000);
      clearTimeout(last);
      const wait = recent.length > 9 && setTimeout(hear, recent[0] + 1000 - now, frame, data);
      changes.set(frame, { times: wait ? recent : [...recent, now], last: wait });
      if (wait) return;
      frame.dataset.told = '';
      frame.style.height = clamp(height) + 'px';
    }
    if (data.type === 'reveal') {
      const y = frame.getBoundingClientRect().top + top;
      if (y < 0 || y > innerHeight) scrollBy(0, y - 24);
    }
    frame.dispatchEvent(new CustomEvent('waypost-' + data.type, { bubbles: true, detail: data }));
  };
  addEventListener('message', ({ source, origin, data }) => {
    const frame = source && [...frames()].find(frame => frame.contentWindow === source);
    if (!frame || origin !== 'null' && origin !== new URL(frame.src).origin) return;
    hear(frame, data);
    if (!data || data.waypost !== 1 || data.type !== 'hello') return;
    // From now on the two talk where nobody else can.
    const { port1, port2 } = new MessageChannel();
    ports.set(frame, port1);
    port1.onmessage = ({ data }) => hear(frame, data);
    source.postMessage({ waypost: 1, type: 'port', data: { theme: frame.dataset.theme } }, origin === 'null' ? '*' : origin, [port2]);
  });
  // A host sets something in a frame: frame.dispatchEvent(new CustomEvent('waypost-set', { detail: { theme: 'dark' } })).
  addEventListener('waypost-set', ({ target, detail }) => ports.get(target)?.postMessage(detail), true);
  reserve();

  // --- Elements
  const loading = {};
  const script = name => loading[name] ||= new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.onload = resolve;
    tag.onerror = reject;
    tag.src = file(name); // throws where the host's Trusted Types forbid it; the frame below is the way out
    document.head.append(tag);
  });
  const shell = async kind => {
    const own = async () => { if (!window[SHELL]) for (const name of ['store.js', 'program.js', 'shell.js']) await script(name); };
    // An element of the host's that happens to have that name is no program.
    await Promise.all([window['waypost_' + kind] instanceof Function || script(FILES[kind][0]), own()]);
    return window[SHELL];
  };
  window[KEY] = { script, relay };
  if (relay) script('relay.js').catch(() => {});

  // What a host page may style with ::part, whatever the kind of widget.
  const PARTS = { root: '.wp', heading: '.wp-title', question: '.wp-stem', option: '.wp-option', feedback: '.wp-feedback', button: 'button', progress: 'progress', result: '.wp-result, [data-screen=reveal]', note: '.wp-foot' };
  const name = shadow => {
    for (const [part, selector] of Object.entries(PARTS)) shadow.querySelectorAll(selector).forEach(element => { element.part = part; });
  };

  customElements.get('waypost-widget') || customElements.define('waypost-widget', class extends HTMLElement {
    async connectedCallback() {
      if (this.begun) return;
      this.begun = true;
      const source = new URL(this.getAttribute('src').replace(/\/?([?#].*)?$/, '/'), document.baseURI);
      const kind = this.getAttribute('kind') || 'quiz';
      const shadow = this.shadowRoot || this.attachShadow({ mode: 'open' });
      name(shadow);
      // Keys for a control in here are no shortcuts of the page's.
      for (const type of ['keydown', 'keypress', 'keyup']) shadow.addEventListener(type, event => {
        const { target, key, ctrlKey, metaKey } = event;
        if (target.matches('input, select, textarea, button, summary') && !ctrlKey && !metaKey && key !== 'Escape') event.stopPropagation();
      });
      (this.namer ||= new MutationObserver(() => name(shadow))).observe(shadow, { childList: true, subtree: true });
      try {
        let root = shadow.querySelector('.wp');
        // A host that forbids WebAssembly says so here, before anything is taken away.
        if (!root) await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
        const { add } = await shell(kind);
        if (!root) {
          const style = document.createElement('link');
          style.rel = 'stylesheet';
          style.href = file(FILES[kind][2]);
          root = document.createElement('div');
          root.append(document.createElement('slot')); // what the author wrote inside stays until the player is there
          shadow.append(style, root);
        }
        this.widget = add(this, root, source, kind);
      } catch {
        if (shadow.querySelector('.wp')) return; // readable as it is
        const frame = document.createElement('iframe');
        Object.assign(frame, { src: source.href, title: this.title || 'Waypost lesson', loading: 'lazy', width: '100%', height: '640' });
        frame.dataset.waypost = '';
        this.append(frame);
        if (!shadow.firstChild) shadow.append(document.createElement('slot'));
      }
    }
    disconnectedCallback() {
      // A move in the page is a disconnect and a connect.
      queueMicrotask(() => {
        if (this.isConnected || !this.widget) return;
        window[SHELL].remove(this.widget);
        this.begun = this.widget = undefined;
      });
    }
  });
})();
