/** What surrounds the map: the switch between its two views, the zoom buttons, the legend. */
import { h } from '../shared/dom.js';
import { STEPS } from './choropleth.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {'countries' | 'places'} Shows */

/** @type {readonly Shows[]} */
const VIEWS = ['countries', 'places'];

/**
 * @param {Strings} strings
 * @param {(shows: Shows) => void} choose
 */
export function createSwitch({ t }, choose) {
  const buttons = VIEWS.map((shows) => h('button', {
    type: 'button', 'aria-pressed': shows === VIEWS[0], part: 'view', on: {
      click() {
        buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(VIEWS[i] === shows)));
        choose(shows);
      },
    }, text: t(`view_${shows}`),
  }));
  // A false attribute is left out, but a toggle says that it is not pressed.
  buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(i === 0)));
  return h('div', { class: 'switch', role: 'group', 'aria-label': t('view_label'), part: 'switch' }, ...buttons);
}

/**
 * @param {Strings} strings
 * @param {{zoomBy: (factor: number) => void, home: () => void}} engine
 */
export function createZoom({ t }, engine) {
  const button = (/** @type {string} */ word, /** @type {string} */ sign, /** @type {() => void} */ click) =>
    h('button', { type: 'button', class: `zoom-${sign}`, 'aria-label': t(word), title: t(word), part: 'zoom-button', on: { click } });
  return h('div', { class: 'zoom', part: 'zoom' },
    button('zoom_in', 'in', () => engine.zoomBy(2)),
    button('zoom_out', 'out', () => engine.zoomBy(0.5)),
    button('whole_world', 'home', () => engine.home()));
}

/** @param {Strings} strings */
export function createLegend({ t, n }) {
  const range = (/** @type {number} */ from, /** @type {number} */ i) => {
    const next = STEPS[i + 1];
    if (!next) return `${n(from)}+`;
    return next - from > 1 ? `${n(from)}–${n(next - 1)}` : n(from);
  };
  const worldwide = h('span', { class: 'worldwide' });
  const scale = h('ul', { class: 'scale', role: 'list' },
    ...STEPS.map((from, i) => h('li', {}, h('i', { class: `ink-step-${i + 1}` }), h('bdi', { text: range(from, i) }))));
  const countries = h('div', { class: 'countries' }, h('span', { text: t('legend') }), scale, worldwide);
  const note = h('p', { '.hidden': true });
  const element = h('div', { class: 'legend', part: 'legend' }, countries, note);
  return {
    element,
    /** @param {number} count organisations for the whole world */
    showCountries(count) {
      [countries.hidden, note.hidden] = [false, true];
      worldwide.textContent = count ? t('worldwide', { count }) : '';
    },
    /** @param {string} sentence */
    showNote(sentence) {
      [countries.hidden, note.hidden] = [true, false];
      note.textContent = sentence;
    },
  };
}
