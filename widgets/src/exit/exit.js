/**
 * A way out for who must not be seen reading this: a button in a widget, or the link of an embed page, and the keys.
 * A module of its own, because few pages ask for it.
 */
import { h, sheetOf } from '../shared/dom.js';
import { nearestLanguage } from '../shared/languages.js';
import { destination } from './destination.js';
import css from './exit.css';
import { listen } from './keys.js';
import { leave } from './leave.js';
import { EXIT } from './strings.js';

/**
 * The first thing in a widget, in view as long as any of the widget is.
 * @param {HTMLElement} host the element; its `exit-to` is read when somebody leaves
 * @param {HTMLElement} container in its shadow root
 * @param {import('../shared/languages.js').Lang} lang
 * @param {AbortSignal} signal takes it away again
 */
export function offerExit(host, container, lang, signal) {
  const words = /** @type {Record<string, string>} */ (EXIT[lang]);
  const address = () => destination(host.getAttribute('exit-to'), lang, (sentence) => console.warn(`<${host.localName}> ${sentence}`));
  const go = () => leave(address(), words.closed, lang);
  const spoken = h('span', { class: 'sr-only', role: 'status' });
  const parts = [
    h('button', { type: 'button', class: 'exit', part: 'exit', 'aria-describedby': 'exit-keys', text: words.leave, on: { click: go } }),
    h('details', { class: 'exit-about' }, h('summary', { text: words.about }), h('p', { text: words.history }),
      h('p', { id: 'exit-keys', class: 'exit-keys', text: words.keys })),
    spoken,
  ];
  const root = /** @type {ShadowRoot} */ (container.getRootNode());
  container.prepend(...parts);
  const sheet = sheetOf(css, parts[0]);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  listen({ leave: go, announce: (sentence) => { spoken.textContent = words[sentence] ?? ''; } }, signal);
  signal.addEventListener('abort', () => parts.forEach((part) => part.remove()));
}

/**
 * The link of an embed page, which leads away without scripts too: with them it empties the page first and leaves no way back.
 * @param {HTMLAnchorElement} link
 */
export function takeOver(link) {
  const { lang } = nearestLanguage(document.documentElement.lang);
  const words = /** @type {Record<string, string>} */ (EXIT[lang]);
  const spoken = h('span', { class: 'gone', role: 'status' });
  const go = () => leave(link.href, words.closed, lang);
  link.after(spoken);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go();
  });
  listen({ leave: go, announce: (sentence) => { spoken.textContent = words[sentence] ?? ''; } });
}
