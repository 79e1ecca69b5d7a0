// The sign-up below a result: what a form cannot do by itself. It sends nothing before the reader has ticked the consent and pressed
// the button, to nobody but the provider, and the result only where the reader ticked that too. Classic script, no dependency.
(() => {
  const roots = [document, ...[...document.querySelectorAll('waypost-widget')].map(widget => widget.shadowRoot).filter(Boolean)];
  const forms = roots.flatMap(root => [...root.querySelectorAll('form[data-signup]')].map(form => [root, form]));
  for (const [root, form] of forms) {
    const all = selector => form.parentNode.querySelectorAll(selector);
    const say = what => all('[data-said]').forEach(words => { words.hidden = words.dataset.said !== what; });
    const widget = root.querySelector('.wp');
    const tell = step => widget.dispatchEvent(new CustomEvent('waypost-subscribe', {
      bubbles: true, composed: true, detail: { waypost: 1, type: 'subscribe', widget: widget.dataset.widget, data: { provider: form.dataset.signup, step } },
    }));
    new IntersectionObserver((changes, observer) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      tell('shown');
    }).observe(form);
    all('.wp-small a').forEach(link => link.addEventListener('click', () => tell('opened')));
    const done = () => {
      say('sent');
      tell('submitted');
      all('[data-gate]').forEach(gate => { gate.hidden = false; });
    };
    form.addEventListener('submit', event => {
      const ticked = form.querySelector('[data-outcome]'), result = form.querySelector('[data-result]');
      if (result) {
        const shown = root.querySelector('[data-surface=live] .wp-score');
        result.value = ticked.checked && shown ? shown.textContent.trim() : '';
        result.disabled = !result.value;
      }
      if (form.dataset.signup !== 'ghost') return setTimeout(done);
      event.preventDefault();
      ghost(form, result && result.value).then(done, () => say('failed'));
    });
  }

  // Ghost wants a token first, then the address.
  const ghost = async (form, outcome) => {
    const api = new URL('members/api/', form.dataset.to);
    const token = await fetch(new URL('integrity-token/', api));
    if (!token.ok) throw token.status;
    const answer = await fetch(new URL('send-magic-link/', api), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        email: form.querySelector('[type=email]').value, emailType: 'signup', labels: outcome ? [outcome] : [], integrityToken: await token.text(),
      }),
    });
    if (!answer.ok) throw answer.status;
  };
})();
