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
  /** @type {Map<string, {text: string, option: HTMLOptionElement}>} */
  const lines = new Map();

  /** Keeps a line for every code ever counted or chosen, so that a choice never disappears. @param {Iterable<string>} codes */
  function addMissing(codes) {
    const missing = [...codes].filter((code) => !lines.has(code));
    if (missing.length === 0) return;
    for (const code of missing) {
      const text = name(code);
      lines.set(code, { text, option: /** @type {HTMLOptionElement} */ (h('option', { value: code, text })) });
    }
    const sorted = [...lines.values()].sort((a, b) => strings.compare(a.text, b.text));
    select.append(...sorted.map(({ option }) => option));
  }

  return {
    element: h('div', { class: 'control' }, h('label', { for: id, text: title }), select),

    /** @param {readonly string[]} selected */
    show(selected) {
      addMissing(selected);
      several.hidden = selected.length < 2;
      several.textContent = several.hidden ? '' : strings.list(selected.map(name));
      select.value = selected.length > 1 ? SEVERAL : selected[0] ?? '';
      select.classList.toggle('field-used', selected.length > 0);
    },

    /** @param {ReadonlyMap<string, number>} counts @param {import('../shared/turns.js').Pace} pace */
    async count(counts, pace) {
      const { value } = select;
      addMissing(counts.keys());
      select.value = value;
      for (const [code, { text, option }] of lines) {
        const counted = `${text} (${strings.n(counts.get(code) ?? 0)})`;
        if (option.textContent !== counted) option.textContent = counted;
        if (pace.due()) await pace.turn();
      }
    },
  };
}
