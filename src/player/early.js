// Stands in a widget's own page itself, named by the policy: what the player needs is on its way before any script asks for it, and the
// player's scripts run. Of a page with many frames only those run that are seen; a lonely one, which a browser does not load while it is far
// away, does not wait for that.
(() => {
  const links = document.querySelectorAll('link[media]');
  // Only what stands here may run; nobody else can make another policy of that name.
  const policy = window.trustedTypes?.createPolicy('waypost', { createScriptURL: address => address });
  const run = () => links.forEach(({ as, href }) => {
    const script = document.createElement('script');
    script.async = false; // one after the other
    script.src = policy ? policy.createScriptURL(href) : href;
    if (as === 'script') document.head.append(script);
  });
  const begin = () => {
    links.forEach(link => { link.media = ''; });
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', run); else run();
  };
  if (parent.length < 2) return begin();
  // A busy page tells of more than one change at a time.
  new IntersectionObserver((all, observer) => {
    if (!all.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    begin();
  }).observe(document.documentElement);
})();
