/** What surrounds the map: the switch between its two views and the legend. */
import { h } from '../shared/dom.js';
import { stepOf } from './choropleth.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {'countries' | 'places'} Shows */

/** @type {readonly Shows[]} */
const VIEWS = ['countries', 'places'];

/**
 * @param {Strings} strings
 * @param {(shows: Shows) => void} choose
 */
export function createSwitch({ t }, choose) {
  const buttons = VIEWS.map((shows) =>
    h('button', { type: 'button', part: 'view', text: t(`view_${shows}`), on: { click: () => press(shows) } }));
  /** @param {Shows} shows */
  function press(shows) {
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(VIEWS[i] === shows)));
    choose(shows);
  }
  press(VIEWS[0]);
  return h('div', { class: 'switch', role: 'group', 'aria-label': t('view_label'), part: 'switch' }, ...buttons);
}

/** @param {Strings} strings */
export function createLegend({ t, n }) {
  const element = h('div', { class: 'legend', part: 'legend' });
  return {
    element,
    /** @param {readonly number[]} breaks @param {number} worldwide organisations for the whole world */
    showCountries(breaks, worldwide) {
      const range = (/** @type {number} */ from, /** @type {number} */ i) => {
        const last = i + 1 < breaks.length ? breaks[i + 1] - 1 : from;
        return i && i + 1 === breaks.length ? `${n(from)}+` : last > from ? `${n(from)}–${n(last)}` : n(from);
      };
      element.replaceChildren(
        h('span', { text: t('legend') }),
        h('ul', { role: 'list' }, ...breaks.map((from, i) =>
          h('li', {}, h('i', { class: `ink-step-${stepOf(from, breaks)}` }), h('bdi', { text: range(from, i) })))),
        h('span', { text: worldwide ? t('worldwide', { count: worldwide }) : '' }));
    },
    /** @param {string} sentence */
    showNote(sentence) {
      element.replaceChildren(h('p', { text: sentence }));
    },
  };
}
