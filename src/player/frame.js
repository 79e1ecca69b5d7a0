// A widget's own page inside a frame: tells the page around it how high it is.
(() => {
  const content = document.querySelector('main.wp-frame');
  if (content && parent !== window) {
    let sent = 0, touched = false;
    const { widget } = content.querySelector('.wp').dataset;
    // Before the reader does anything the frame only grows, and only where content would be cut off: nothing on the page moves.
    const measure = () => {
      const height = Math.ceil(content.getBoundingClientRect().height);
      // A frame that is not laid out yet is a sliver: its text's height says nothing.
      if (innerWidth < 160 || Math.abs(height - sent) < 2 || !touched && height <= innerHeight) return;
      parent.postMessage({ waypost: 1, type: 'resized', widget, data: { height: sent = height } }, '*');
    };
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => { touched = true; }, true);
    new ResizeObserver(measure).observe(content);
    for (const late of [250, 1000, 3000]) setTimeout(() => { sent = 0; measure(); }, late);
  }
})();
