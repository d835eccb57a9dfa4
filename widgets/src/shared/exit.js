/** A way out for who must not be seen reading this: the page is replaced, so that Back does not return to it. */
import { h } from './dom.js';

/** @typedef {import('./languages.js').Lang} Lang */

/** @type {Readonly<Record<Lang, string>>} */
export const EXIT_WORDS = Object.freeze({
  es: 'Salir rápido de esta página',
  eu: 'Irten azkar orri honetatik',
  en: 'Leave this page quickly',
  fr: 'Quitter vite cette page',
  ar: 'مغادرة هذه الصفحة بسرعة',
});

/** @param {Lang} lang */
export const exitButton = (lang) => h('button', {
  type: 'button', class: 'exit', part: 'exit', text: EXIT_WORDS[lang], on: { click: () => leave(lang) },
});

/**
 * To a page that nobody needs to explain: the whole tab where that is allowed, else the frame.
 * @param {Lang} lang
 */
function leave(lang) {
  const address = `https://${lang}.wikipedia.org/`;
  try {
    (window.top ?? window).location.replace(address);
  } catch {
    window.location.replace(address);
  }
}
