// Waypost's rows for the reader benchmark: element and frame, each answerable on the prerendered page and in the running player.
const row = (name, page, inside, live) => {
  const part = selector => inside + selector;
  const surface = part(live ? '.wp[data-surface=live]' : '.wp');
  return {
    name,
    url: `/${page}/`,
    multi: `/${page}/multi.html`,
    roots: inside ? 'waypost-widget' : '.wp-frame',
    question: `${surface} .wp-stem`,
    option: `${part('.wp')} .wp-option label`,
    selected: `${surface} .wp-option input:checked`,
    check: part('.wp[data-surface=live] [data-act=check]'),
    feedback: part('.wp[data-surface=live] .wp-feedback'),
    next: part('.wp[data-surface=live] .wp-primary[data-act=next]'),
    done: part('.wp[data-surface=live] .wp-score'),
  };
};

export default [
  row('waypost-element', 'waypost-element', 'waypost-widget >>> ', false),
  row('waypost-iframe', 'waypost-iframe', '', false),
  row('waypost-element-live', 'waypost-element', 'waypost-widget >>> ', true),
  row('waypost-iframe-live', 'waypost-iframe', '', true),
];
