// Hands what readers do to the statistics of the page, where its embed code asks for it: `data-relay="dataLayer plausible"`. Ids, numbers
// and yes or no, each event once; never what a reader typed, who they are, or anything of a subscription.
(() => {
  const KEY = Symbol.for('waypost.relay');
  if (window[KEY]) return;
  window[KEY] = 1;
  const wanted = window[Symbol.for('waypost.embed')].relay.split(/\s+/), told = new Set();
  const tools = {
    dataLayer: (event, props) => window.dataLayer && window.dataLayer.push({ event, ...props }),
    gtag: (event, props) => window.gtag && window.gtag('event', event, props),
    plausible: (event, props) => window.plausible && window.plausible(event, { props }),
    posthog: (event, props) => window.posthog && window.posthog.capture(event, props),
    umami: (event, props) => window.umami && window.umami.track(event, props),
  };
  // Free text is in `response` only, and ids of things that a reader chose are lists there: both stay here.
  const scalars = (data, name, into) => {
    for (const [key, value] of Object.entries(data)) {
      if (key === 'response' || value === null) continue;
      if (typeof value === 'object') { if (!Array.isArray(value)) scalars(value, `${name}_${key}`, into); continue; }
      into[`${name}_${key}`] = typeof value === 'string' ? value.slice(0, 100) : value;
    }
    return into;
  };
  for (const type of __LEARNER__) addEventListener('waypost-' + type, ({ detail }) => {
    if (type === 'subscribe' || !detail || told.has(type + detail.id)) return;
    told.add(type + detail.id);
    const props = scalars(detail.data, 'waypost', { waypost_widget: detail.widget.id, waypost_kind: detail.widget.kind });
    for (const name of wanted) {
      // A tool that throws is no reason to leave out the next one.
      try { if (Object.hasOwn(tools, name)) tools[name]('waypost_' + type, props); } catch (error) { console.warn(error); }
    }
  });
})();
