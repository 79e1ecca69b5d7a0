// The debrief in a worker of its own, beside the slices in the page: the same bits, sooner, since its program has SIMD. Stands in the
// simulator's factory only. Wherever it cannot be (no SIMD, a policy, a file that does not come, silence), the slices go on alone.

// What the worker runs. It starts from text and not from a file: a worker's file has to be of the page's own origin.
const waypostEngine = () => {
  onmessage = async ({ data: [module, bundle, job] }) => {
    try {
      const { exports: engine } = await WebAssembly.instantiate(module);
      bundle.forEach(byte => engine.byte(byte));
      job.forEach(number => engine.number(number));
      if (!engine.begin()) throw 'refused';
      let part, was, last;
      do {
        part = engine.step(1000);
        const now = performance.now();
        if (part === was && now - last < 100) continue;
        [was, last] = [part, now];
        postMessage(Float64Array.from({ length: engine.tell() }, (_, at) => engine.told(at)));
      } while (part < 6);
    } catch { postMessage([]); }
  };
};

// Whether the page may try: the browser takes the smallest module with SIMD, and the page does not say in its head that it wants Trusted
// Types (ours do), which would report the attempt as a breach. What failed once is not tried again.
const waypostSimd = () => WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11]));
let waypostAlone = !waypostSimd() || !!window.document.querySelector('meta[content*=trusted-types]');

// Gives up the widget's worker, and has another one do this job.
const waypostAssign = (widget, numbers) => {
  const job = numbers.slice();
  if (widget.dismiss) widget.dismiss();
  if (waypostAlone || !job.length) return;
  let worker, timer;
  const dismiss = widget.dismiss = () => {
    clearTimeout(timer);
    if (worker) worker.terminate();
    widget.dismiss = undefined;
  };
  const heard = news => {
    if (widget.dismiss !== dismiss) return;
    clearTimeout(timer);
    if (news.length) timer = setTimeout(heard, 1000, []); else { waypostAlone = true; dismiss(); }
    try { if (wasm_bindgen.heard(widget.number, news)) return; } catch { /* The instance stopped; the shell starts another one. */ }
    dismiss();
  };
  const start = async () => {
    const source = URL.createObjectURL(new Blob([`(${waypostEngine})()`], { type: 'text/javascript' }));
    worker = new Worker(source);
    worker.onmessage = ({ data }) => { URL.revokeObjectURL(source); heard(data); };
    worker.onerror = event => { event.preventDefault(); heard([]); };
    const engine = window[Symbol.for('waypost.program')]('engine');
    const [module, bundle] = await Promise.all([engine.compiled ||= engine.download(), widget.bundle()]);
    if (widget.dismiss !== dismiss) return;
    worker.postMessage([module, new TextEncoder().encode(bundle), job]);
    timer = setTimeout(heard, 1000, []);
  };
  start().catch(() => heard([]));
};
