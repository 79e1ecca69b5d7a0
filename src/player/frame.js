// A widget's own page inside a frame: tells the page around it how high it is, in the words that host knows, and what the reader does,
// where the author names that host. Runs before the shell, whose first events it passes on.
(() => {
  const content = document.querySelector('main.wp-frame');
  if (!content || parent === window) return;
  content.dataset.framed = '';
  const { widget } = content.querySelector('.wp').dataset, hosts = (content.dataset.hosts || '').split(' ');
  const post = message => parent.postMessage(message, '*');
  let port, heard, sent = 0, touched = false, width = innerWidth, growths = [], frozen = false, asked = false, budget = 200;

  // --- How high it is.
  let secret;
  const read = () => { secret = (/^#\?secret=([A-Za-z0-9]+)$/.exec(location.hash) || [])[1] || secret; };
  read();
  const child = (/[?&]childId=([\w-]{1,64})(?:&|$)/.exec(location.search) || [])[1];
  const page = (type, data) => (port || { postMessage: post }).postMessage({ waypost: 1, type, widget, data });
  const hello = () => { if (self.origin !== 'null') post({ context: 'h5p', action: 'hello' }); };
  // One sentence in each dialect. A host hears the one it knows; none is ever misread by another.
  const tell = height => {
    page('resized', { height });
    post({ context: 'h5p', action: 'resize', scrollHeight: height, clientHeight: innerHeight });
    post({ sentinel: 'amp', type: 'embed-size', height });
    post(JSON.stringify({ src: location.href.split(/[?#]/)[0], context: 'iframe.resize', height }));
    post(JSON.stringify({ subject: 'lti.frameResize', height }));
    post({ 'datawrapper-height': { ['waypost-' + widget]: height } });
    if (secret) post({ message: 'height', value: height, secret });
    if (child) post(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
    if (asked) post({ type: 'iframe-resized', width: innerWidth, height });
  };
  // `why`: nothing, where the content changed; `late` for hosts that may have begun to listen; `asked` where a host wants to know.
  const measure = why => {
    const height = Math.min(Math.max(Math.ceil(content.getBoundingClientRect().height), 40), 20000), now = performance.now();
    // A frame that is not laid out yet is a sliver: its text's height says nothing.
    if (innerWidth < 160) return;
    if (innerWidth !== width) { width = innerWidth; frozen = false; growths = []; }
    // Before the reader does anything the frame only grows, and only where content would be cut off: nothing on the page moves.
    if (why !== 'asked' && !touched && height <= innerHeight || !why && Math.abs(height - sent) < 2) return;
    // Content that grows with its frame would never come to rest: it scrolls inside instead, until the reader does something.
    growths = growths.filter(time => now - time < 1000);
    if (height > sent && !why) growths.push(now);
    frozen ||= growths.length > 5;
    if (!frozen) tell(sent = height);
  };
  let due;
  const soon = () => { due ||= requestAnimationFrame(() => { due = 0; measure(); }); };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => { touched = true; frozen = false; growths = []; }, true);
  new ResizeObserver(soon).observe(content);
  document.fonts.ready.then(soon);
  // For hosts that begin to listen late.
  for (const late of [250, 1000, 3000]) setTimeout(() => measure('late'), late);
  addEventListener('hashchange', () => { read(); measure('asked'); });

  // --- What the page around it says. Anything else is passed over without a word.
  const set = ({ theme, paused }) => {
    if (['light', 'dark', 'auto'].includes(theme)) document.documentElement.dataset.theme = theme;
    if (typeof paused === 'boolean') content.inert = paused;
  };
  setInterval(() => { budget = 200; }, 4000);
  addEventListener('message', ({ source, origin, data, ports }) => {
    if (source !== parent || !data || typeof data !== 'object' || budget-- < 1) return;
    const { waypost, type, context, action, message } = data;
    if (waypost === 1 && type === 'port' && ports[0] && !port) {
      port = ports[0];
      heard = hosts.includes('*') || hosts.includes(origin);
      port.onmessage = ({ data }) => { if (data && typeof data === 'object' && budget-- > 0) set(data); };
      set(data.data || {});
      measure('late');
    }
    if (context === 'h5p' && action === 'ready') hello();
    const wanted = context === 'h5p' && action === 'resize' || message === 'ready' && secret && data.secret === secret ||
      type === 'iframe-child-init' || type === 'iframe-get-child-dimensions';
    asked ||= type === 'iframe-child-init';
    if (wanted) measure('asked');
  });

  // --- What happens inside, for the page around it: what is about the page for any, what the reader does for those that the author names.
  for (const type of __LAYOUT__) addEventListener('waypost-' + type, ({ detail }) => page(type, detail.data));
  for (const type of __LEARNER__) addEventListener('waypost-' + type, ({ detail }) => { if (heard) port.postMessage(detail); });
  hello();
  post({ waypost: 1, type: 'hello', widget });
})();
