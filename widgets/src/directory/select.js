/** One value of many (countries, languages): the platform's own list, which phones and keyboards know. */
import { h } from '../shared/dom.js';

/** Value of the line that stands for several chosen values. */
const SEVERAL = '*';

/**
 * @typedef {object} SelectOptions
 * @property {string} id
 * @property {string} title
 * @property {string} any the line that chooses nothing
 * @property {(code: string) => string} name
 * @property {import('../shared/strings.js').Strings} strings
 * @property {(code: string) => void} choose '' for any
 */

/** @param {SelectOptions} options */
export function createSelect({ id, title, any, name, strings, choose }) {
  const first = /** @type {HTMLOptionElement} */ (h('option', { value: '', text: any }));
  const several = /** @type {HTMLOptionElement} */ (h('option', { value: SEVERAL, '.hidden': true, '.disabled': true }));
  const select = /** @type {HTMLSelectElement} */ (h('select', {
    id, class: 'field', on: { change: () => choose(select.value) },
  }, first, several));
  /** @type {Map<string, HTMLOptionElement>} */
  const options = new Map();

  /** Keeps a line for every code ever counted or chosen, so that a choice never disappears. @param {Iterable<string>} codes */
  function addMissing(codes) {
    const missing = [...codes].filter((code) => !options.has(code));
    if (missing.length === 0) return;
    for (const code of missing) options.set(code, /** @type {HTMLOptionElement} */ (h('option', { value: code })));
    const sorted = [...options].map(([code, option]) => ({ name: name(code), option }));
    sorted.sort((a, b) => strings.compare(a.name, b.name));
    select.append(...sorted.map(({ option }) => option));
  }

  return {
    element: h('div', { class: 'control' }, h('label', { for: id, text: title }), select),

    /** @param {readonly string[]} selected @param {ReadonlyMap<string, number>} counts */
    show(selected, counts) {
      addMissing([...counts.keys(), ...selected]);
      for (const [code, option] of options) {
        const text = `${name(code)} (${strings.n(counts.get(code) ?? 0)})`;
        if (option.textContent !== text) option.textContent = text;
      }
      several.textContent = strings.list(selected.map(name));
      several.hidden = selected.length < 2;
      select.value = selected.length > 1 ? SEVERAL : selected[0] ?? '';
      select.classList.toggle('field-used', selected.length > 0);
    },
  };
}
