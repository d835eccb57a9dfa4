/** Who answers around the clock, in a few lines above everything: the first of those that match, who are in the list too. */
import { h } from '../shared/dom.js';
import { NO_FILTERS } from '../shared/filters.js';
import { trust } from './trust.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/filters.js').Result} Result */

const SHOWN = 3;

/** @param {View} view @param {(at: number) => void} reveal opens a record in the list */
export function createUrgent(view, reveal) {
  const { strings: { t, n }, data: { catalogue }, filters, change } = view;
  const list = h('ul');
  const none = h('p', { text: t('urgent_none') });
  const all = h('button', {
    type: 'button', class: 'quiet', on: { click: () => change({ ...(none.hidden ? {} : NO_FILTERS), urgent: true }) },
  });
  const element = h('section', { class: 'urgent', 'aria-label': t('urgent_title'), part: 'urgent', '.hidden': true },
    h('h2', { text: t('urgent_title') }), none, list, all);

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

    /** Stays when nobody matches, with a way out; a list of urgent help alone would say everything twice. @param {Pick<Result, 'order' | 'matching'>} result */
    show({ order, matching }) {
      const count = matching.sizeWith(catalogue.urgent);
      const everyone = catalogue.urgent.size;
      list.replaceChildren(...Array.from(order.filter((at) => catalogue.urgent.has(at)).slice(0, SHOWN), entry));
      none.hidden = count > 0;
      all.textContent = `${t('urgent_label')} (${n(count || everyone)})`;
      element.hidden = filters().urgent || everyone === 0;
    },
  };
}
