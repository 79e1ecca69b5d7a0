// Stands in a page itself after the first widget, named by the policy: when that one is a screen away, what its player needs is on its way
// before the scripts are there. From then on the shell sees to it.
(() => {
  const observer = new IntersectionObserver(all => {
    if (all.some(({ isIntersecting }) => isIntersecting)) document.querySelectorAll('link[media]').forEach(link => { link.media = ''; });
  }, { rootMargin: '100%' });
  observer.observe(document.querySelector('waypost-widget'));
  addEventListener('DOMContentLoaded', () => observer.disconnect());
})();
