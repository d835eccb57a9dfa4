/** The three questions: fieldsets of real check boxes and the platform's own list of countries. */
import { label, codesOf, inRow } from '../directory/names.js';
import { createSelect } from '../directory/select.js';
import { h } from '../shared/dom.js';
import { audiencesFor, groupsIn } from './answers.js';
import { NEEDS, needsIn, servicesFor } from './needs.js';

/** @typedef {import('../directory/directory.js').View} View */
/** @typedef {import('../shared/filters.js').Filters} Filters */
/** @typedef {import('../shared/filters.js').Facets} Facets */

/**
 * @typedef {object} Question
 * @property {'services' | 'country' | 'audiences'} name the filter it answers
 * @property {HTMLElement} element
 * @property {() => void} focus
 * @property {(filters: Readonly<Filters>) => void} show what is answered
 * @property {(facets: Facets, pace: import('../shared/turns.js').Pace) => Promise<void>} [count] how many each answer would leave
 */

let ids = 0;

/**
 * @param {View} view
 * @param {(answer: Partial<Filters>) => void} answer
 * @returns {Question[]} in the order of asking
 */
export const createQuestions = (view, answer) => [
  tickQuestion(view, 'services', {
    rows: Object.entries(NEEDS).map(([code, services]) => ({ code, text: label(view, 'need', code), note: servicesNote(view, services) })),
    chosen: ({ services }) => needsIn(services),
    choose: (codes) => answer({ services: servicesFor(codes) }),
  }),
  countryQuestion(view, (code) => answer({ country: code ? [code] : [] })),
  tickQuestion(view, 'audiences', {
    rows: groupsIn(codesOf(view, 'audience')).map((code) => ({ code, text: label(view, 'audience', code), note: '' })),
    chosen: ({ audiences }) => groupsIn(audiences),
    choose: (codes) => answer({ audiences: audiencesFor(codes) }),
  }),
];

/** What a need means in practice; one service is called as the need is. @param {View} view @param {readonly string[]} services */
const servicesNote = (view, services) => (services.length > 1 ? inRow(services.map((code) => label(view, 'service', code))) : '');

/**
 * @typedef {object} Ticks
 * @property {{code: string, text: string, note: string}[]} rows
 * @property {(filters: Readonly<Filters>) => string[]} chosen
 * @property {(codes: string[]) => void} choose
 */

/** @param {View} view @param {'services' | 'audiences'} name @param {Ticks} ticks @returns {Question} */
function tickQuestion({ strings }, name, { rows, chosen, choose }) {
  const boxes = rows.map(({ code }) => /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', value: code })));
  const ticks = rows.map(({ text, note }, at) => h('label', { class: 'finder-tick' }, boxes[at],
    h('span', {}, text, note && h('span', { class: 'finder-note', text: note }))));
  const { element, focus } = frame(strings, name, h('div', { class: 'finder-ticks' }, ...ticks));
  element.addEventListener('change', () => choose(boxes.filter(({ checked }) => checked).map(({ value }) => value)));
  return {
    name, element, focus,
    show(filters) {
      const now = chosen(filters);
      for (const box of boxes) box.checked = now.includes(box.value);
    },
  };
}

/** @param {View} view @param {(code: string) => void} choose @returns {Question} */
function countryQuestion({ strings }, choose) {
  const select = createSelect({
    id: `defenders-finder-country-${++ids}`, title: strings.t('country_label'), any: strings.t('country_any'),
    name: strings.country, strings, choose,
  });
  return { name: 'country', ...frame(strings, 'country', select.element), show: ({ country }) => select.show(country), count: ({ country }, pace) => select.count(country, pace) };
}

/**
 * The question as the legend of its answers, so that it is read out with them.
 * @param {import('../shared/strings.js').Strings} strings
 * @param {string} name
 * @param {HTMLElement} answers
 */
function frame({ t }, name, answers) {
  const hint = h('p', { id: `defenders-finder-hint-${++ids}`, class: 'finder-hint', text: t(`finder_${name}_hint`) });
  const legend = h('legend', { class: 'finder-question', tabindex: -1, text: t(`finder_${name}`) });
  return {
    element: h('fieldset', { 'aria-describedby': hint.id }, legend, hint, answers),
    focus: () => legend.focus({ preventScroll: true }),
  };
}
