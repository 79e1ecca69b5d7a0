// A link to go on elsewhere or later, `#s=1.` and the reader's journal: for pages that may store nothing, whose own address then carries
// it, so that a reload loses nothing. Only on a widget's own page; runs after the shell. What is in a fragment reaches no server.
(() => {
  const [widget] = window[Symbol.for('waypost.shell')]?.widgets || [];
  if (!widget || !window.CompressionStream) return;
  const PREFIX = '#s=1.', LONGEST = 8192, MOST = 65536, RATIO = 100;
  const WORDS = widget.words({
    link: 'Copy a link to go on later', copied: 'Copied', ask: 'Answers in this link: {n}. There are others on this device already.',
    take: 'Go on with the link', keep: 'Keep what is here', broken: 'This link is damaged or too long. You can begin anew.',
  });
  const element = (tag, textContent, className = '') => Object.assign(document.createElement(tag), { textContent, className });
  const line = (words, buttons) => {
    widget.aside?.remove();
    const aside = widget.aside = element('p', '', 'wp wp-aside');
    aside.append(element('span', words));
    for (const [name, action] of Object.entries(buttons)) {
      const button = aside.appendChild(element('button', WORDS[name], 'wp-quiet'));
      button.type = 'button';
      button.onclick = () => action(button);
    }
    (widget.live || widget.root).after(aside);
  };
  // The 32-bit FNV-1a hash, as four bytes: a link that lost its end is told from a whole one.
  const check = bytes => {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return [24, 16, 8, 0].map(shift => hash >>> shift & 255);
  };
  const through = async (stream, bytes, most) => {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader(), parts = [];
    for (let size = 0, next; !(next = await reader.read()).done;) {
      parts.push(next.value);
      if ((size += next.value.length) > most) throw 'too long';
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };

  // --- From the journal to a link. What a later pick replaced is left out; where that is too long, all but the answers.
  const kind = ({ action }) => Object.keys(action)[0];
  const shorter = entries => {
    const start = entries.findLastIndex(entry => kind(entry) === 'start'), now = entries.slice(Math.max(start, 0));
    const item = entry => entry.action[kind(entry)].item;
    const isOld = (entry, at) => kind(entry) === 'draft' && now.some((other, later) => later > at && /draft|commit/.test(kind(other)) && item(other) === item(entry));
    return now.filter((entry, at) => !isOld(entry, at));
  };
  const encode = async entries => {
    const all = shorter(entries);
    for (const some of [all, all.filter(entry => !/goto|draft|hint|flag|explain/.test(kind(entry)))]) {
      const bytes = new TextEncoder().encode(some.map(entry => JSON.stringify(entry)).join('\n'));
      const packed = await through(new CompressionStream('deflate-raw'), bytes, MOST);
      const text = btoa(String.fromCharCode(...check(bytes), ...packed)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
      if (bytes.length <= MOST && text.length <= LONGEST) return PREFIX + text;
    }
  };
  const decode = async link => {
    const text = link.slice(PREFIX.length);
    if (text.length > LONGEST) throw 'too long';
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), char => char.charCodeAt(0)), packed = bytes.slice(4);
    const plain = await through(new DecompressionStream('deflate-raw'), packed, Math.min(MOST, packed.length * RATIO));
    if (check(plain).some((byte, at) => byte !== bytes[at])) throw 'damaged';
    return new TextDecoder().decode(plain).split('\n').map(record => ({ ...JSON.parse(record), via: 'import' }));
  };

  // --- A page that was opened with a link. Its entries begin a sitting of their own after what is here; nothing is overwritten.
  const forget = () => history.replaceState(history.state, '', location.pathname + location.search);
  const take = entries => {
    for (const entry of entries) widget.save(JSON.stringify(entry));
    // A player that was quicker than the link begins anew with it.
    if (widget.live) { widget.retire(); widget.wake(); }
    const { dataset: { widget: id, kind: what, revision: rev }, lang: locale } = widget.root, [start] = entries;
    const about = { waypost: 1, id: widget.uuid(), seq: widget.entries.length, t: new Date().toISOString(), type: 'resumed' };
    widget.hear('resumed', { ...about, sitting: start.id, via: 'import', widget: { id, kind: what, rev, locale }, data: { from: 'link' } });
  };
  const open = async link => {
    let entries;
    try { entries = await decode(link); } catch { line(WORDS.broken, {}); return forget(); }
    forget();
    const known = new Set(widget.entries.map(entry => JSON.parse(entry).id));
    if (entries.every(({ id }) => known.has(id))) return;
    if (!known.size) return take(entries);
    const count = entries.filter(entry => kind(entry) === 'commit').length;
    line(WORDS.ask.replace('{n}', count), {
      take() { widget.aside.remove(); take(entries); },
      keep() { widget.aside.remove(); },
    });
  };
  if (location.hash.startsWith(PREFIX)) widget.ready = widget.recall().then(() => open(location.hash));

  // --- Nothing is stored: the address carries the journal, and can be copied.
  let mine, turn = 0;
  addEventListener('waypost-notice', async ({ detail: { data } }) => {
    if (data.state !== 'memory') return;
    const now = ++turn, link = await encode(widget.entries.map(entry => JSON.parse(entry))).catch(() => {});
    if (!link || now !== turn) return;
    mine = link;
    // What a host wrote there is for somebody else to read.
    if (!location.hash || location.hash.startsWith(PREFIX)) history.replaceState(history.state, '', link);
    if (widget.aside?.isConnected) return;
    line('', { async link(button) {
      const address = widget.source.href + mine;
      try {
        await navigator.clipboard.writeText(address);
        button.textContent = WORDS.copied;
      } catch {
        // A frame may not reach the clipboard: the link itself, to be copied by hand.
        const field = Object.assign(document.createElement('input'), { value: address, readOnly: true, ariaLabel: WORDS.link });
        button.replaceWith(field);
        field.select();
      }
    } });
  });
})();
