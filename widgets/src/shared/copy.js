/** A button that copies what stands beside it, and says so on itself and to screen readers. */
import { h } from './dom.js';

/** How long the button says that it is done (ms). */
const SAID = 2500;

/** @typedef {{copy: string, copied: string, selected: string}} CopyWords `selected`: what to do where copying is denied */

/**
 * @param {CopyWords} words
 * @param {{what: string, text: string, shown: HTMLElement, say: (sentence: string) => void}} of its name, the text to copy, the element that shows it, a live region
 */
export function copyButton(words, { what, text, shown, say }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  const button = h('button', {
    type: 'button', class: 'copy-button',
    on: {
      async click() {
        const copied = await copyText(text, shown);
        say(copied ? `${what}: ${words.copied}` : words.selected);
        if (!copied) return;
        name(words.copied);
        clearTimeout(saying);
        saying = setTimeout(() => name(words.copy), SAID);
      },
    },
  });

  /** @param {string} word */
  function name(word) {
    button.textContent = word;
    button.setAttribute('aria-label', `${word}: ${what}`);
  }

  name(words.copy);
  return button;
}

/**
 * Where the clipboard is denied, as in most frames of other sites, the text is selected where it stands and copied as
 * by hand; where that is denied too, it stays selected, and one key is left to press.
 * @param {string} text
 * @param {HTMLElement} shown
 * @returns {Promise<boolean>} whether it was copied
 */
async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const root = /** @type {Document & {getSelection?: () => Selection | null}} */ (shown.getRootNode());
    (root.getSelection ? root.getSelection() : getSelection())?.selectAllChildren(shown);
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}
