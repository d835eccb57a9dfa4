/**
 * The quick exit. Without this file it is a link; with it the page is replaced, so that Back does not return to it, and
 * Escape or Shift pressed three times do the same.
 */
const TIMES = 3;
const WITHIN = 2000; // milliseconds
const KEYS = ['Escape', 'Shift'];

const link = document.querySelector('[data-quick-exit]');
let presses = [];
let lastKey = '';

function leave() {
  document.body.hidden = true; // at once, however slow the connection is
  window.location.replace(link.href);
}

function onKey(event) {
  if (event.repeat) return;
  if (event.key !== lastKey) presses = [];
  lastKey = event.key;
  if (!KEYS.includes(event.key)) return;
  const now = performance.now();
  presses = [...presses.filter((time) => now - time < WITHIN), now];
  if (presses.length >= TIMES) leave();
}

if (link) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  window.addEventListener('keydown', onKey);
}
