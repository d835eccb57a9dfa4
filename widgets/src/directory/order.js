/** In which order the list comes: what is usual depends on what is asked for, and says so. */
import { h } from '../shared/dom.js';

/** @typedef {import('./directory.js').View} View */

/** @param {View} view */
export function createOrder({ strings: { t }, filters, change }) {
  const select = /** @type {HTMLSelectElement} */ (h('select', {
    class: 'field', on: { change: () => change({ order: /** @type {any} */ (select.value) }) },
  }));
  let offered = '';

  return {
    element: h('label', { class: 'order' }, h('span', { text: t('order_label') }), select),

    show() {
      const { country, search, order } = filters();
      const usual = country.length ? 'nearest' : search ? 'relevance' : 'name';
      const others = [search && 'relevance', 'name', '-verified_on'].filter((one) => one && one !== usual);
      if (offered !== `${usual} ${others}`) {
        offered = `${usual} ${others}`;
        const option = (/** @type {string} */ value, name = value) => h('option', { value, text: t(`order_${name}`) });
        select.replaceChildren(option('', usual), ...others.map((other) => option(other)));
      }
      select.value = others.includes(order) ? order : '';
    },
  };
}
