// What the address of a widget's own page asks for: `theme`, `layout`, `chrome`, and `a`, an answer picked in a mail. Runs before the
// shell. The picked answer is shown and nothing more: a robot that opens every link of a mail gives no answer.
(() => {
  const { search, hash } = location, asked = new URLSearchParams(search);
  const page = document.documentElement, root = document.querySelector('.wp'), { src } = document.currentScript;
  // A frame without an origin of its own cannot fetch the site's files, unless the host lets everybody: the page that has them inside can.
  if (src && origin === 'null') fetch('bundle.json').catch(() => location.replace('single.html' + search + hash));
  for (const [name, values] of [['theme', 'light dark'], ['layout', 'fixed'], ['chrome', 'none']]) {
    if (values.split(' ').includes(asked.get(name))) page.dataset[name] = asked.get(name);
  }
  // What does not fit a fixed height scrolls inside, by keyboard too.
  if (page.dataset.layout) document.querySelector('main').tabIndex = 0;
  const [item, option] = (asked.get('a') || '').split('.');
  if (!option) return;
  const input = root.querySelector(`[data-item="${CSS.escape(item)}"] .wp-option input[value="${CSS.escape(option)}"]`);
  if (input) {
    input.checked = true;
    root.dataset.state = 'asked';
  }
  asked.delete('a');
  history.replaceState(history.state, '', '?' + asked + hash);
})();
