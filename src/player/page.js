// What the player asks of the browser itself. It stands inside the player's factory, where wasm-bindgen's glue finds it by name;
// `document` is asked of `window` because the glue's own question for it is cut out (see xtask/src/finish.rs).

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

// The player comes in. What was typed or chosen in the prerendered question by then and is in no journal (that is, all but options and
// certainty, which the shell writes down) is entered anew in the player's own fields, and the focus moves along.
const waypostShown = widget => {
  const fields = root => [...root.querySelectorAll('.wp-item :is(input, select, textarea)')];
  // A range without a value stands in the middle all the same.
  const usual = field => (field.options ? field.querySelector('[selected]')?.value : Object.assign(field.cloneNode(), { value: field.defaultValue }).value);
  const early = fields(widget.root), at = early.indexOf(widget.root.getRootNode().activeElement);
  widget.shown();
  const ours = fields(widget.live), item = root => root.querySelector('.wp-item')?.dataset.item;
  if (item(widget.live) !== item(widget.root)) return;
  early.forEach((field, i) => {
    const target = ours[i];
    if (!target || field.closest('.wp-option, .wp-certainty')) return;
    if (field.type === 'radio' ? field.checked : field.value !== usual(field)) {
      if (field.type === 'radio') target.click();
      else {
        target.value = field.value;
        target.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    if (i !== at) return;
    target.focus({ preventScroll: true });
    if (field.selectionStart != null) target.setSelectionRange(field.selectionStart, field.selectionEnd);
  });
};
