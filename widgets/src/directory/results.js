/** The list of matching organisations: twenty at a time, nearest first when a country is chosen, and a way out when empty. */
import { h } from '../shared/dom.js';
import { NO_FILTERS, nearestScope } from '../shared/filters.js';
import { createCard } from './card.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/organisation.js').Organisation} Organisation */
/** @typedef {ReturnType<typeof createCard>} Card */

const STEP = 20;

/** @param {View} view */
export function createResults(view) {
  const { strings, filters, change } = view;
  const title = h('h2', { class: 'results-title', part: 'count' });
  const body = h('div', { class: 'results-body' });
  const more = h('button', { type: 'button', class: 'button more', on: { click: () => showMore() } });
  const element = h('section', { class: 'results', 'aria-label': strings.t('results_title'), part: 'results' }, title, body, more);
  /** @type {readonly Organisation[]} */
  let organisations = [];
  let shown = 0;
  /** Records stay open while the list around them changes. @type {Set<string>} */
  const open = new Set();
  /** @type {Map<string, Card>} */
  let cards = new Map();
  /** @type {{scope: string | null, list: HTMLElement} | null} */
  let group = null;

  /** @param {number} limit */
  function extend(limit) {
    const { country } = filters();
    for (; shown < Math.min(limit, organisations.length); shown += 1) {
      const organisation = organisations[shown];
      const scope = nearestScope(organisation, country, view.data.regions);
      if (!group || group.scope !== scope) group = startGroup(scope);
      const card = createCard(view, organisation, scope ? 4 : 3, open);
      cards.set(organisation.id, card);
      group.list.append(card.element);
    }
    more.hidden = shown >= organisations.length;
    more.textContent = strings.t('show_more', { count: Math.min(STEP, organisations.length - shown) });
  }

  /** @param {import('../shared/filters.js').Scope | null} scope */
  function startGroup(scope) {
    const list = h('ul', { class: 'cards' });
    if (scope) {
      const country = strings.list(filters().country.map(strings.country));
      body.append(h('h3', { class: 'scope', text: strings.t(`scope_${scope}`, { country }) }));
    }
    body.append(list);
    return { scope, list };
  }

  function showMore() {
    const next = organisations[shown];
    extend(shown + STEP);
    cards.get(next.id)?.focus();
  }

  return {
    element,

    /** @param {readonly Organisation[]} matching in order */
    show(matching) {
      organisations = matching;
      shown = 0;
      group = null;
      cards = new Map();
      title.textContent = strings.t('organisations', { count: matching.length });
      body.replaceChildren();
      extend(STEP);
      if (matching.length === 0) body.append(empty());
    },

    /** @param {string} id @returns {boolean} false when the organisation is not among the matching ones */
    reveal(id) {
      const at = organisations.findIndex((organisation) => organisation.id === id);
      if (at < 0) return false;
      if (at >= shown) extend(at + 1);
      cards.get(id)?.reveal();
      return true;
    },
  };

  function empty() {
    return h('div', { class: 'empty' },
      h('p', { class: 'empty-title', text: strings.t('empty_title') }),
      h('p', { text: strings.t('empty_hint') }),
      h('button', { type: 'button', class: 'button button-strong', text: strings.t('clear_all'), on: { click: () => change(NO_FILTERS) } }));
  }
}
