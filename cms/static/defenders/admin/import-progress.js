// Goes on with an import step by step. Without this script the button “Continue” does the same.
(() => {
  const form = document.querySelector('[data-import-step]');
  if (!form) return;
  const bar = document.querySelector('[data-import-bar]');
  const sentence = document.querySelector('[data-import-sentence]');

  async function next() {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new FormData(form),
      headers: { Accept: 'application/json' },
    });
    if (!response.ok || !response.headers.get('Content-Type').startsWith('application/json')) return;
    const progress = await response.json();
    if (!progress.under_way) {
      window.location.reload();
      return;
    }
    bar.max = progress.total;
    bar.value = progress.done;
    sentence.textContent = progress.sentence;
    await next();
  }

  // When the network fails the button is still there.
  next().catch(() => {});
})();
