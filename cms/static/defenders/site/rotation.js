/**
 * Testimonies one after the other. Without this file they are a row that is scrolled by hand. It waits while somebody
 * points at them or is inside with the keyboard, never moves the focus, and does not start where motion is not wanted.
 */
const SHORTEST = 9000; // milliseconds
const PER_CHARACTER = 60;

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

function rotate(section) {
  const row = section.querySelector('ul');
  const controls = section.querySelector('[data-rotation-controls]');
  if (!controls) return;
  const slides = [...row.children];
  const pause = controls.querySelector('[data-rotation-pause]');
  let shown = 0;
  let playing = true;
  let timer = 0;

  const show = (index) => {
    shown = (index + slides.length) % slides.length;
    slides.forEach((slide, number) => slide.toggleAttribute('data-shown', number === shown));
    wait();
  };
  const wait = () => {
    clearTimeout(timer);
    if (playing) timer = setTimeout(next, Math.max(SHORTEST, slides[shown].textContent.trim().length * PER_CHARACTER));
  };
  const next = () => (document.hidden || section.matches(':hover, :focus-within') ? wait() : show(shown + 1));
  const play = (wanted) => {
    playing = wanted;
    pause.textContent = playing ? pause.dataset.pause : pause.dataset.play;
    row.setAttribute('aria-live', playing ? 'off' : 'polite');
    wait();
  };

  pause.addEventListener('click', () => play(!playing));
  for (const step of controls.querySelectorAll('[data-rotation-step]')) {
    step.addEventListener('click', () => show(shown + Number(step.dataset.rotationStep)));
  }
  calm.addEventListener('change', () => calm.matches && play(false));
  row.removeAttribute('tabindex');
  section.setAttribute('data-rotation', 'on');
  controls.hidden = false;
  show(0);
  play(!calm.matches);
}

document.querySelectorAll('[data-rotation]').forEach(rotate);
