/** The filter form: words and country first, the rest behind one button where there is little room. */
import { h } from '../shared/dom.js';
import { createChoices } from './choices.js';
import { codesOf, label } from './names.js';
import { createSelect } from './select.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/filters.js').Facets} Facets */
/** @typedef {import('../shared/turns.js').Pace} Pace */

/** Typing pauses this long (ms) before the list follows. */
const PAUSE = 120;

/** Filters behind the button, which says how many of them are in use. */
const BEHIND = /** @type {const} */ (['roles', 'services', 'audiences', 'language']);

let ids = 0;

/** @param {View} view @param {Pace} pace */
export async function createControls(view, pace) {
  const { strings, filters } = view;
  const { t } = strings;
  const id = `defenders-filters-${++ids}`;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;

  const search = /** @type {HTMLInputElement} */ (h('input', {
    id: `${id}-search`, type: 'search', class: 'field', maxlength: 200, autocomplete: 'off', autocapitalize: 'off',
    spellcheck: 'false', enterkeyhint: 'search', dir: 'auto', part: 'search',
    on: {
      input() {
        clearTimeout(typing);
        typing = setTimeout(() => change({}), PAUSE);
      },
    },
  }));

  /** Another choice takes along what was typed a moment ago. @param {Partial<import('../shared/filters.js').Filters>} next */
  const change = (next) => view.change({ search: search.value, ...next });

  const country = createSelect({
    id: `${id}-country`, title: t('country_label'), any: t('country_any'), name: strings.country, strings,
    choose: (code) => change({ country: code ? [code] : [] }),
  });
  const language = createSelect({
    id: `${id}-language`, title: t('language_label'), any: t('language_any'), name: strings.language, strings,
    choose: (code) => change({ language: code ? [code] : [] }),
  });

  const government = createSelect({
    id: `${id}-government`, title: t('government_label'), any: t('government_any'), name: (yes) => t(`government_${yes}`), strings,
    choose: (yes) => change({ government: yes ? yes === 'true' : null }),
  });

  /** @param {'roles' | 'services' | 'audiences'} name @param {string} kind @param {string} title */
  const choices = (name, kind, title) => createChoices({
    title, strings, codes: codesOf(view, kind), name: (code) => label(view, kind, code),
    choose: (codes) => change({ [name]: codes }),
  });
  await pace.turn();
  const roles = choices('roles', 'role', t('role_legend'));
  const services = choices('services', 'service', t('service_legend'));
  await pace.turn();
  const audiences = choices('audiences', 'audience', t('audience_legend'));
  const urgent = createChoices({
    title: t('urgent_title'), strings, codes: ['urgent'], name: () => t('urgent_label'),
    choose: (codes) => change({ urgent: codes.length > 0 }),
  });
  urgent.element.classList.add('choices-urgent'); // its one chip says it all: no visible title

  await pace.turn();
  const panel = h('div', { id: `${id}-panel`, class: 'panel' }, roles.element, urgent.element, services.element, audiences.element, language.element, government.element);
  const used = h('span', { class: 'count' });
  const more = h('button', {
    type: 'button', class: 'button more-filters', 'aria-expanded': 'false', 'aria-controls': panel.id,
    on: {
      click() {
        const open = more.getAttribute('aria-expanded') !== 'true';
        more.setAttribute('aria-expanded', String(open));
        panel.classList.toggle('panel-open', open);
      },
    },
  }, h('span', { text: t('filters_button') }), used);

  const element = h('form', {
    class: 'controls', role: 'search', 'aria-label': t('filters_title'), part: 'filters',
    on: {
      /** @param {Event} event */
      submit(event) {
        event.preventDefault();
        change({});
      },
    },
  },
  h('div', { class: 'control' }, h('label', { for: search.id, text: t('search_label') }), search),
  country.element, more, panel);

  return {
    element,
    focus: () => search.focus(),
    destroy: () => clearTimeout(typing),

    /** What is chosen. */
    show() {
      const now = filters();
      clearTimeout(typing);
      if (search.value.trim() !== now.search.trim()) search.value = now.search;
      country.show(now.country);
      language.show(now.language);
      government.show(now.government === null ? [] : [`${now.government}`]);
      roles.show(now.roles);
      services.show(now.services);
      audiences.show(now.audiences);
      urgent.show(now.urgent ? ['urgent'] : []);
      const count = BEHIND.flatMap((name) => now[name]).length + Number(now.urgent) + Number(now.government !== null);
      used.textContent = count ? strings.n(count) : '';
      used.hidden = count === 0;
    },

    /** How many organisations each further choice would leave. @param {Facets} facets @param {Pace} pace */
    async count(facets, pace) {
      roles.count(facets.roles);
      services.count(facets.services);
      audiences.count(facets.audiences);
      urgent.count(new Map([['urgent', facets.urgent]]));
      if (pace.due()) await pace.turn();
      await country.count(facets.country, pace);
      await language.count(facets.language, pace);
      await government.count(facets.government, pace);
    },
  };
}
