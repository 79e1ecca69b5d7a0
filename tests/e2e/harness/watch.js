// Runs in every frame before anything else: notes layout shifts, policy violations, WASM instances and Waypost's events.
window.__watch = { shift: 0, shifts: [], violations: [], instances: [], events: [] };
{
  const watch = window.__watch;
  const place = ({ x, y, width, height }) => `${x},${y}+${width}x${height}`;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      watch.shift += entry.value;
      for (const { node, previousRect, currentRect } of entry.sources) watch.shifts.push(`${node && (node.className || node.nodeName)} ${place(previousRect)}>${place(currentRect)}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', event => watch.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
  for (const type of ['started', 'restarted', 'answered', 'progressed', 'completed', 'failed', 'ready', 'turned', 'decided', 'subscribe']) {
    document.addEventListener(`waypost-${type}`, event => watch.events.push({ type, at: performance.now(), composed: event.composed, bubbles: event.bubbles, detail: event.detail }));
  }
  if (window.WebAssembly) {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      watch.instances.push(made.instance ?? made);
      return made;
    };
  }
}
