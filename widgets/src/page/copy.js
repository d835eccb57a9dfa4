/** Buttons that copy addresses, numbers and keys on the page of an organisation; without scripts there are none. */
import { copyButton } from '../shared/copy.js';
import { h } from '../shared/dom.js';

/** Puts a button behind every text that names what is to be copied; the page has the words. */
export function offerCopies() {
  const spoken = h('p', { class: 'gone', role: 'status' });
  document.body.append(spoken);
  for (const shown of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-word-copy] [data-copy]'))) {
    const said = /** @type {HTMLElement} */ (shown.closest('[data-word-copy]')).dataset;
    const words = { copy: said.wordCopy ?? '', copied: said.wordCopied ?? '', selected: said.wordSelected ?? '' };
    const { copy: text = '', what = '' } = shown.dataset;
    const button = copyButton(words, { what, text, shown, say: (sentence) => { spoken.textContent = sentence; } });
    (shown.closest('a') ?? shown).after(' ', button);
  }
}
