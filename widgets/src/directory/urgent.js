/** Who answers around the clock, in a few lines above the list: the first of those that match, who are in the list too. */
import { h } from '../shared/dom.js';
import { trust } from './trust.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/filters.js').Result} Result */

const SHOWN = 3;

/** @param {View} view @param {(at: number) => void} reveal opens a record in the list */
export function createUrgent(view, reveal) {
  const { strings: { t, n }, data: { catalogue }, filters, change } = view;
  const list = h('ul');
  const all = h('button', { type: 'button', class: 'quiet', on: { click: () => change({ urgent: true }) } });
  const element = h('section', { class: 'urgent', 'aria-label': t('urgent_title'), part: 'urgent', '.hidden': true },
    h('h2', { text: t('urgent_title') }), list, all);

  /** @param {number} at */
  function entry(at) {
    const o = catalogue.organisation(at);
    const reachable = h('div', { class: 'reachable' });
    view.records.ahead.then(({ shortContacts }) => reachable.append(shortContacts(view, o)), () => {}); // its card says so
    return h('li', {},
      h('h3', {}, h('button', {
        type: 'button', class: 'quiet', dir: 'auto', text: o.name, on: { click: () => view.selected(o) && reveal(at) },
      })),
      o.is_government && h('span', { class: 'tag tag-government', text: t('government') }), reachable, trust(view, o));
  }

  return {
    element,

    /** In a list of urgent help alone it would say everything twice. @param {Pick<Result, 'order' | 'matching'>} result */
    show({ order, matching }) {
      const first = filters().urgent ? [] : order.filter((at) => catalogue.urgent.has(at)).slice(0, SHOWN);
      list.replaceChildren(...Array.from(first, entry));
      all.textContent = `${t('urgent_label')} (${n(matching.sizeWith(catalogue.urgent))})`;
      element.hidden = first.length === 0;
    },
  };
}
