// Stands in a widget's own page itself, named by the policy: what the player needs is on its way before any script is there, but in a
// frame only once the frame is in view. From then on the shell sees to it.
(() => {
  const begin = () => { for (const link of document.querySelectorAll('link[media="not all"]')) link.media = 'all'; };
  if (parent === window) return begin();
  const observer = new IntersectionObserver(all => { if (all.some(({ isIntersecting }) => isIntersecting)) begin(); });
  observer.observe(document.documentElement);
  addEventListener('DOMContentLoaded', () => observer.disconnect());
})();
