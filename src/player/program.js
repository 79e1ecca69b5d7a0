// The programs: of each one compiled module, one instance for all widgets it plays, a fresh one after a stop. Runs before the shell.
(() => {
  const KEY = Symbol.for('waypost.program');
  if (window[KEY]) return;
  const script = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript').get.call(document);
  const FILES = __FILES__; // by program: glue, WASM, style sheet
  const programs = {};
  class Program {
    constructor(name) { Object.assign(this, { name, widgets: new Set(), lastStop: -1e9 }); }
    async download() {
      if (!window.WebAssembly) throw 'no-wasm';
      const abort = new AbortController();
      let timer;
      const alive = () => { clearTimeout(timer); timer = setTimeout(() => abort.abort(), 8000); };
      try {
        alive();
        const response = await fetch(new URL(FILES[this.name][1], script.src || document.baseURI), { signal: abort.signal });
        if (!response.ok) throw 'network ' + response.status;
        // Compiled while it comes in, whatever the server calls it.
        const body = response.body.pipeThrough(new TransformStream({ transform(part, on) { alive(); on.enqueue(part); } }));
        return await WebAssembly.compileStreaming(new Response(body, { headers: { 'Content-Type': 'application/wasm' } }));
      } finally { clearTimeout(timer); }
    }
    async start() {
      const player = window['waypost_' + this.name](() => this.stopped());
      await player({ module_or_path: await (this.compiled ||= this.download()) });
      return player;
    }
    load() {
      return this.instance ||= this.start().catch(error => { this.instance = this.compiled = undefined; throw error; });
    }
    stopped() {
      const again = performance.now() - this.lastStop < 60000;
      this.lastStop = performance.now();
      this.instance = undefined;
      for (const widget of this.widgets) if (widget.live) {
        widget.live.inert = true;
        if (again) widget.halt(); else setTimeout(() => { widget.retire(); widget.wake(); });
      }
    }
  }
  // A widget's own page says which is its program.
  window[KEY] = (name = document.querySelector('main').dataset.program) => programs[name] ||= new Program(name);
})();
