// What the player asks of the browser itself. It stands inside the player's factory, where wasm-bindgen's glue finds it by name;
// `document` is asked of `window` because the glue's own question for it is cut out (see xtask/src/finish.rs).

// The program's exports as the glue sees them. What leaves the WASM as an exception (a panic, a trap, an error of the page that passed
// through it) has left it half done: `stopped` is called, once, and the instance must not be used again.
const waypostGuarded = exports => {
  const guarded = run => (...all) => {
    try { return run(...all); } catch (error) {
      const tell = stopped;
      stopped = undefined;
      if (tell) tell();
      throw error;
    }
  };
  return Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, typeof value === 'function' ? guarded(value) : value]));
};

// Typed text as it is compared. The same steps as waypost-core's typed/normal.rs, with the browser's tables.
const waypostPlain = text => text.replace(/[\u2018-\u201B\u2032]/g, "'").replace(/[\u201C-\u201F\u2033\xAB\xBB]/g, '"')
  .replace(/[\u2010-\u2015\u2212]/g, '-').toLowerCase();
const waypostSpaced = text => text.split(/[\s\x85]+/).filter(Boolean).join(' ');
const waypostPunctuation = /[!-#%-*,-/:;?@[-\]_{}\xA1\xA7\xB6\xB7\xBF\u037E\u0387\u05BE\u05F3\u05F4\u060C\u061B\u061F\u066A\u06D4\u2016-\u2027\u2030-\u205E\u3001-\u3003\u3008-\u3011\u3014-\u301F\u30FB\uFF01-\uFF03\uFF05-\uFF0A\uFF0C-\uFF0F\uFF1A\uFF1B\uFF1F\uFF20\uFF3B-\uFF3D\uFF3F\uFF5B\uFF5D\uFF5F-\uFF65]/g;
const waypostNormalize = (raw, compare) => {
  const text = raw.normalize();
  if (compare === 'exact') return text.replace(/^[\s\x85]+|[\s\x85]+$/g, '');
  if (compare === 'usual') return waypostPlain(waypostSpaced(text));
  return waypostSpaced(waypostPlain(text).normalize('NFD').replace(/[\u0300-\u036F]/g, '').normalize().replace(waypostPunctuation, ''));
};

// To the clipboard. Where a frame may not use it, the older way with a selected field.
const waypostCopy = text => {
  const page = window.document;
  const select = () => {
    const field = page.createElement('textarea');
    field.value = text;
    page.body.append(field);
    field.select();
    page.execCommand('copy');
    field.remove();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).catch(select); else select();
};

const waypostDownload = (name, type, text) => {
  const link = window.document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

const waypostPrint = () => window.print();

// Where a widget has a page of its own.
const waypostAddress = widget => widget.source.href.split('#')[0];

// What the link that opened this page says, where the page is the widget's own.
const waypostFragment = widget => waypostAddress(widget) === new URL('.', location.href).href ? location.hash : '';

// A widget's clock, until the widget or its instance is gone.
const waypostTick = number => {
  const timer = setInterval(() => {
    try { if (wasm_bindgen.tick(number)) return; } catch { /* The instance stopped; the shell starts another one. */ }
    clearInterval(timer);
  }, 1000);
};

// The next slice of a widget's work, as a message in a task of its own: the page comes first, and timers would wait 4 ms each time.
const waypostWork = [];
let waypostNext;
const waypostLater = widget => {
  if (!waypostNext) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      try { wasm_bindgen.slice(waypostWork.shift().number); } catch { /* The instance stopped; the shell starts another one. */ }
    };
    waypostNext = () => port2.postMessage(0);
  }
  // One slice at a time, however often it is asked for.
  if (waypostWork.includes(widget)) return;
  waypostWork.push(widget);
  waypostNext();
};

// The player comes in. What was typed, chosen or pressed in the prerendered question by then and is in no journal (that is, all but
// options and certainty, which the shell writes down) is done anew in the player's own controls, and the focus moves along.
const waypostShown = async widget => {
  const within = (root, what) => [...root.querySelectorAll(`.wp-item ${what}`)];
  const fields = root => within(root, ':is(input, select, textarea)');
  // A range without a value stands in the middle all the same.
  const usual = field => (field.options ? field.querySelector('[selected]')?.value : Object.assign(field.cloneNode(), { value: field.defaultValue }).value);
  const early = fields(widget.root), focused = early.indexOf(widget.root.getRootNode().activeElement);
  widget.shown();
  const ours = fields(widget.live), item = root => root.querySelector('.wp-item')?.dataset.item;
  if (item(widget.live) !== item(widget.root)) return;
  const isOwn = field => field && !field.closest('.wp-option, .wp-certainty');
  if (isOwn(early[focused])) ours[focused]?.focus({ preventScroll: true });
  // Each field's answer builds on what the one before has made of the view; the first of them waits for the first view to be done.
  const settled = () => new Promise(done => setTimeout(done));
  await settled();
  for (const [i, field] of early.entries()) {
    const target = ours[i];
    if (!target || !isOwn(field) || !(field.type === 'radio' ? field.checked : field.value !== usual(field))) continue;
    if (field.type === 'radio') target.click();
    else {
      target.value = field.value;
      target.dispatchEvent(new Event('input', { bubbles: true }));
      if (i === focused && field.selectionStart != null) target.setSelectionRange(field.selectionStart, field.selectionEnd);
    }
    await settled();
  }
  for (const button of widget.pressed.splice(0)) within(widget.live, '[data-act]')[within(widget.root, '[data-act]').indexOf(button)]?.click();
};

// The journals of this origin, apart from the shell's own way to them. A page that comes before any journal leaves it to the shell to
// make the store.
const waypostJournal = (mode, work) => new Promise((resolve, reject) => {
  const request = indexedDB.open('waypost');
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = reject;
  request.onsuccess = () => {
    const database = request.result, transaction = database.transaction('journal', mode);
    const asked = work(transaction.objectStore('journal'));
    transaction.oncomplete = () => { database.close(); resolve(asked.result); };
    transaction.onerror = transaction.onabort = reject;
  };
});

// Every journal with its bundle. A second copy of a quiz on one page (`#2`) has a journal of its own, which is left out.
const waypostGathered = widget => {
  if (widget.gathered === undefined) {
    widget.gathered = '';
    // What a review says of the questions is kept in their own journals.
    widget.save = () => {};
    const read = async ([name, records]) => {
      const response = await fetch(new URL('bundle.json', name));
      return response.ok ? [name, await response.text(), ...records] : [];
    };
    const journals = new Map();
    waypostJournal('readonly', store => store.getAll()).catch(() => []).then(records => {
      for (const { widget, entry } of records) if (!widget.includes('#')) journals.set(widget, [...journals.get(widget) ?? [], entry]);
      return Promise.all([...journals].map(journal => read(journal).catch(() => [])));
    }).then(all => {
      widget.gathered = JSON.stringify(all);
      wasm_bindgen.tick(widget.number);
    });
  }
  return widget.gathered;
};
const waypostKeep = (widget, name, entry) => {
  waypostJournal('readwrite', store => store.add({ widget: name, entry })).then(() => widget.report(1), () => widget.report(3));
};
