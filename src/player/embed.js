// The loader for host pages: defines <waypost-widget> and keeps Waypost's frames as high as their content.
// Classic script; may occur any number of times on a page and acts once.
(() => {
  const KEY = Symbol.for('waypost.embed'), SHELL = Symbol.for('waypost.shell');
  const FILES = __FILES__; // by kind: glue, WASM, style sheet
  // What the shell says where nothing is prerendered, see ui/says.rs.
  const SAYS = 'Still loading. You can keep reading.|The interactive part stopped. Your answers are kept and you can keep reading.|The interactive part could not be loaded. You can keep reading what is here.|Try again';
  if (window[KEY]) return;
  window[KEY] = 1;
  const { src } = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript').get.call(document);
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
  addEventListener('message', ({ source, origin, data }) => {
    const frame = [...frames()].find(frame => frame.contentWindow === source);
    if (!frame || origin !== 'null' && origin !== new URL(frame.src).origin) return;
    if (!data || data.waypost !== 1 || data.type !== 'resized' || !data.data || !Number.isInteger(data.data.height)) return;
    frame.dataset.told = '';
    frame.style.height = clamp(data.data.height) + 'px';
  });
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
    await Promise.all([window['waypost_' + kind] || script(FILES[kind][0]), window[SHELL] || script('shell.js')]);
    return window[SHELL];
  };

  customElements.get('waypost-widget') || customElements.define('waypost-widget', class extends HTMLElement {
    async connectedCallback() {
      if (this.begun) return;
      this.begun = true;
      const source = new URL(this.getAttribute('src').replace(/\/?([?#].*)?$/, '/'), document.baseURI);
      const kind = this.getAttribute('kind') || 'quiz';
      const shadow = this.shadowRoot || this.attachShadow({ mode: 'open' });
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
          root.dataset.says = SAYS;
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
