/** What narrows the list at the moment: one removable chip per value, whoever set it. */
import { h } from '../shared/dom.js';
import { NO_FILTERS } from '../shared/filters.js';
import { label } from './names.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/filters.js').Filters} Filters */

/**
 * filter: words of a value; lists lose one value, the others return to none.
 * @type {readonly [keyof Filters, (view: View, value: any) => string][]}
 */
const WORDS = Object.freeze([
  ['search', (_view, text) => `“${text.trim()}”`],
  ['country', ({ strings }, code) => strings.country(code)],
  ['roles', (view, code) => label(view, 'role', code)],
  ['urgent', ({ strings }) => strings.t('urgent_label')],
  ['services', (view, code) => label(view, 'service', code)],
  ['audiences', (view, code) => label(view, 'audience', code)],
  ['language', ({ strings }, tag) => strings.language(tag)],
  ['seat', ({ strings }, code) => `${strings.t('based_in')}: ${strings.country(code)}`],
  ['government', ({ strings }, yes) => strings.t(yes ? 'government_true' : 'government_false')],
]);

/**
 * @param {View} view
 * @param {() => void} focusAfterLast where the focus goes when its chip is gone
 */
export function createActiveFilters(view, focusAfterLast) {
  const { strings, filters, change } = view;
  const list = h('ul', { class: 'chips' });
  const element = h('div', { class: 'active', role: 'group', 'aria-label': strings.t('active_label') }, list);

  /** @param {string} text @param {string} spoken @param {Partial<Filters>} next @param {string} kind */
  const chip = (text, spoken, next, kind) => h('li', {}, h('button', {
    type: 'button', class: `chip ${kind}`, 'aria-label': spoken,
    on: {
      click() {
        const at = [...list.children].findIndex((item) => item.matches(':focus-within'));
        change(next);
        const after = list.children[Math.min(Math.max(at, 0), list.children.length - 1)]?.querySelector('button');
        if (after) after.focus();
        else focusAfterLast();
      },
    },
  }, h('span', { text }), h('span', { class: 'cross', 'aria-hidden': 'true' })));

  return {
    element,
    show() {
      const now = filters();
      const chips = WORDS.flatMap(([name, words]) => {
        const value = now[name];
        const values = Array.isArray(value) ? value : value === NO_FILTERS[name] || value === '' ? [] : [value];
        return values.map((one) => {
          const text = words(view, one);
          const next = { [name]: Array.isArray(value) ? value.filter((other) => other !== one) : NO_FILTERS[name] };
          return chip(text, strings.t('remove_filter', { label: text }), next, 'chip-on');
        });
      });
      if (chips.length > 1) chips.push(chip(strings.t('clear_all'), strings.t('clear_all'), NO_FILTERS, 'chip-clear'));
      list.replaceChildren(...chips);
      element.hidden = chips.length === 0;
    },
  };
}
