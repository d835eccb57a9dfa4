/** A group of check boxes drawn as chips, each with the number of organisations it would leave. */
import { h } from '../shared/dom.js';

/**
 * @typedef {object} ChoicesOptions
 * @property {string} title
 * @property {readonly string[]} codes in display order
 * @property {(code: string) => string} name
 * @property {import('../shared/strings.js').Strings} strings
 * @property {(codes: string[]) => void} choose
 */

/** @param {ChoicesOptions} options */
export function createChoices({ title, codes, name, strings, choose }) {
  const rows = codes.map((code) => {
    const box = /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', class: 'sr-only', value: code }));
    const count = h('span', { class: 'count' });
    const chip = h('label', { class: 'chip' }, box, h('span', { class: 'chip-name', text: name(code) }), ' ', count);
    return { code, box, count, chip };
  });
  const chosen = () => rows.filter(({ box }) => box.checked).map(({ code }) => code);
  const element = h('fieldset', { class: 'choices', '.hidden': codes.length === 0, on: { change: () => choose(chosen()) } },
    h('legend', { text: title }), h('div', { class: 'chips' }, ...rows.map(({ chip }) => chip)));

  return {
    element,

    /** @param {readonly string[]} selected */
    show(selected) {
      for (const { code, box, chip } of rows) {
        box.checked = selected.includes(code);
        chip.classList.toggle('chip-on', box.checked);
      }
    },

    /** @param {ReadonlyMap<string, number>} counts */
    count(counts) {
      for (const { code, box, count, chip } of rows) {
        const number = counts.get(code) ?? 0;
        const text = strings.n(number);
        if (count.textContent !== text) count.textContent = text;
        chip.classList.toggle('chip-empty', number === 0 && !box.checked);
      }
    },
  };
}
