/** Leaves at once: nothing of the page stays on the screen, however slow the connection is. */
import { h } from '../shared/dom.js';

/**
 * Replaces the whole tab, so that Back does not return here. In a frame that may not do that, a sentence stays.
 * @param {string} address
 * @param {string} closed what is said where the page around may still be open; names nothing
 * @param {string} lang of that sentence
 * @param {Window} [here] the one to leave
 */
export function leave(address, closed, lang, here = window) {
  const { document, top } = here;
  empty(document);
  document.title = new URL(address).hostname; // what a browser's history remembers of this page
  // The policy of the page around is not ours; the last word on it counts.
  document.head.append(h('meta', { name: 'referrer', content: 'no-referrer' }));
  if (top === null || top === here) {
    here.location.replace(address);
    return;
  }
  document.body.append(h('p', { role: 'alert', lang, dir: 'auto', text: closed }));
  try {
    top.location.replace(address);
  } catch {
    // The page around forbids it, or the browser saw neither key nor click: it stays, and the sentence says so.
  }
}

/**
 * Opening a document anew takes everything out of it at once, what sounds and what listens too: no unfinished form
 * asks whether to stay.
 * @param {Document} document
 */
function empty(document) {
  try {
    document.open();
    document.close();
  } catch {
    // A page that is XML cannot be opened anew.
  }
  document.body.replaceChildren();
}
