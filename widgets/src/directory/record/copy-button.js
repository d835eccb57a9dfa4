/** The copy button in the words of the widget. */
import { copyButton } from '../../shared/copy.js';

/**
 * @param {import('../directory.js').View} view
 * @param {string} what its name, for screen readers
 * @param {string} text
 * @param {HTMLElement} shown the element that shows the text
 */
export const copyOf = ({ strings, announce }, what, text, shown) => copyButton(
  { copy: strings.t('copy'), copied: strings.t('copied'), selected: strings.t('copy_select') },
  { what, text, shown, say: announce });
