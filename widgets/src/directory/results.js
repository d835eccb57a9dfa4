/** The list of matching organisations: twenty at a time, nearest first when a country is chosen, and a way out when empty. */
import { h } from '../shared/dom.js';
import { NO_FILTERS } from '../shared/filters.js';
import { createPace, unlessStopped } from '../shared/turns.js';
import { createCard } from './card.js';
import { createOrder } from './order.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/turns.js').Pace} Pace */
/** @typedef {import('../shared/filters.js').Result} Result */
/** @typedef {ReturnType<typeof createCard>} Card */

const STEP = 20;

/** Farther down than this, a chosen organisation comes to the top instead of everything above it being drawn. */
const FAR = 5 * STEP;

/** @param {View} view */
export function createResults(view) {
  const { strings, filters, change } = view;
  const title = h('h2', { class: 'results-title', part: 'count' });
  const body = h('div', { class: 'results-body' });
  const more = h('button', { type: 'button', class: 'button more', on: { click: () => void showMore() } });
  const sorting = createOrder(view);
  const element = h('section', { class: 'results', 'aria-label': strings.t('results_title'), part: 'results' },
    h('div', { class: 'results-head' }, title, sorting.element), body, more);
  /** Numbers of the matching organisations. @type {Uint32Array} */
  let order = new Uint32Array(0);
  /** Scopes, nearest first, and who works in them. @type {[scope: string, bits: import('../shared/bits.js').Bits][]} */
  let nearest = [];
  let shown = 0;
  /** Identifiers of open records, which stay open while the list around them changes. @type {Set<string>} */
  const open = new Set();
  /** @type {Map<number, Card>} */
  let cards = new Map();
  /** @type {{scope: string | null, list: HTMLElement} | null} */
  let group = null;
  /** Of the list as it is now: another list stops what still draws into it. */
  let life = new AbortController();

  /** @param {number} limit @param {ParentNode} place @param {Pace} pace */
  async function extend(limit, place, pace) {
    const { signal } = life;
    const [all, last] = [order, Math.min(limit, order.length)];
    while (shown < last) {
      const at = all[shown];
      const organisation = view.data.catalogue.organisation(at);
      const scope = nearest.find(([, bits]) => bits.has(at))?.[0] ?? null;
      if (!group || group.scope !== scope) group = startGroup(scope, place);
      const card = createCard(view, organisation, scope ? 4 : 3, {
        has: (id) => open.has(id),
        set(id, isOpen) {
          if (isOpen) open.add(id);
          else open.delete(id);
          view.opened(organisation, isOpen);
        },
      });
      card.element.dataset.at = String(at);
      cards.set(at, card);
      group.list.append(card.element);
      shown += 1;
      if (pace.due()) await pace.turn();
      signal.throwIfAborted();
    }
    more.hidden = shown >= all.length;
    more.textContent = strings.t('show_more', { count: Math.min(STEP, all.length - shown) });
  }

  /** @param {string | null} scope @param {ParentNode} place */
  function startGroup(scope, place) {
    const list = h('ul', { class: 'cards' });
    if (scope) {
      const country = strings.list(filters().country.map(strings.country));
      place.append(h('h3', { class: 'scope', text: strings.t(`scope_${scope}`, { country }) }));
    }
    place.append(list);
    return { scope, list };
  }

  async function showMore() {
    const next = order[shown];
    await extend(shown + STEP, body, createPace()).catch(unlessStopped);
    cards.get(next)?.focus();
  }

  /** @param {Pick<Result, 'order' | 'scopes'>} result @param {Pace} pace */
  async function show(result, pace) {
    life.abort();
    life = new AbortController();
    ({ order } = result);
    nearest = Object.entries(result.scopes);
    shown = 0;
    group = null;
    cards = new Map();
    // Drawn aside, so that the page does not collapse and grow again under the reader.
    const place = document.createDocumentFragment();
    if (order.length === 0) place.append(empty());
    await extend(STEP, place, pace);
    title.textContent = strings.t('organisations', { count: order.length });
    sorting.show();
    body.replaceChildren(place);
  }

  return {
    element, show,

    /** @param {number} at an organisation; nothing happens when it is not among the matching ones */
    async reveal(at) {
      const position = order.indexOf(at);
      if (position < 0) return;
      try {
        if (position >= shown + FAR) await show(withFirst(at), createPace());
        else if (position >= shown) await extend(position + 1, body, createPace());
        await cards.get(at)?.reveal();
      } catch (error) {
        unlessStopped(error);
      }
    },
  };

  /** @param {number} at */
  function withFirst(at) {
    return { order: Uint32Array.of(at, ...order.filter((other) => other !== at)), scopes: Object.fromEntries(nearest) };
  }

  function empty() {
    return h('div', { class: 'empty' },
      h('p', { class: 'empty-title', text: strings.t('empty_title') }),
      h('p', { text: strings.t('empty_hint') }),
      h('button', { type: 'button', class: 'button button-strong', text: strings.t('clear_all'), on: { click: () => change(NO_FILTERS) } }));
  }
}
