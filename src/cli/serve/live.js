// Reloads a previewed page when its course changes, and says what is wrong while the last good version stays.
(() => {
  if (window.top !== window) return; // a frame reloads with its page
  let shown, overlay;
  new EventSource('/.waypost/live').onmessage = ({ data }) => {
    const { version, problems } = JSON.parse(data);
    if (overlay) overlay.remove();
    overlay = undefined;
    shown ??= version;
    if (problems.length) overlay = report(problems);
    else if (shown !== version) location.reload();
  };
  const report = problems => {
    const host = document.createElement('div');
    const shadow = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(`
      section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; padding: 1rem 1.25rem 1.25rem;
        background: #1c2125; color: #eceae4; border-block-start: 4px solid #ff9a90; font: 1rem/1.5 system-ui, sans-serif; }
      h2 { margin: 0 0 .5rem; font-size: 1.125rem; }
      pre { margin: .5rem 0 0; white-space: pre-wrap; font: .875rem/1.5 ui-monospace, monospace; }
      button { float: inline-end; font: inherit; color: inherit; background: none; border: 1px solid #777e86; border-radius: 10px; padding: .25rem .75rem; }
    `);
    shadow.adoptedStyleSheets = [style];
    const box = document.createElement('section');
    box.setAttribute('role', 'alert');
    const title = document.createElement('h2');
    title.textContent = 'Not built: this is the last good version';
    const hide = document.createElement('button');
    hide.textContent = 'Hide';
    hide.onclick = () => host.remove();
    box.append(hide, title, ...problems.map(problem => {
      const text = document.createElement('pre');
      text.textContent = problem;
      return text;
    }));
    shadow.append(box);
    document.body.append(host);
    return host;
  };
})();
