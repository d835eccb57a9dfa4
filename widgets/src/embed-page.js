/** The script of an embed page: a quick exit, and in a frame its height and, for WordPress, its links. */
import { addressToAskFor, asksForHeight, heightMessages, secretIn } from './page/frame.js';
import { inLanguageOf } from './page/languages.js';

/** What happens if the page around does nothing with a link: milliseconds until it opens in the frame. */
const PATIENCE = 500;

const wayOut = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a[data-exit]'));
if (wayOut) {
  // Without the module the link still leads away.
  import('./exit/exit.js').then(({ takeOver }) => takeOver(wayOut), (error) => console.warn('The exit is a plain link:', error));
}

if (document.querySelector('[data-copy]')) void import('./page/copy.js').then(({ offerCopies }) => offerCopies(), () => {});

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.languages a'))) {
  link.addEventListener('click', () => { link.href = inLanguageOf(link.href, location.href); });
}

if (parent !== self) {
  const secret = secretIn(location.hash);
  let told = 0;

  /** @param {object} message */
  const say = (message) => parent.postMessage(message, '*');

  const tell = () => {
    // The height of the root is never less than that of the frame, so it would never shrink again.
    told = document.body.getBoundingClientRect().height;
    heightMessages(told, secret).forEach(say);
  };

  new ResizeObserver(() => {
    if (Math.abs(document.body.getBoundingClientRect().height - told) >= 1) tell();
  }).observe(document.body);

  addEventListener('message', ({ data, source }) => {
    if (source === parent && asksForHeight(data, secret)) tell();
  });

  if (secret) {
    addEventListener('click', (event) => {
      const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.href);
      const address = addressToAskFor(event, /** @type {HTMLAnchorElement | undefined} */ (link), location.href);
      if (!address) return;
      event.preventDefault();
      say({ message: 'link', value: address, secret });
      setTimeout(() => location.assign(`${address}#?secret=${secret}`), PATIENCE);
    });
  }
}
