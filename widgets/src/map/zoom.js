/** The buttons that zoom. */
import { h } from '../shared/dom.js';

/**
 * @param {import('../shared/strings.js').Strings} strings
 * @param {{zoomBy: (factor: number) => void, home: () => void}} engine
 */
export function createZoom({ t }, engine) {
  const button = (/** @type {string} */ word, /** @type {string} */ sign, /** @type {() => void} */ click) =>
    h('button', { type: 'button', class: `zoom-${sign}`, 'aria-label': t(word), title: t(word), part: 'zoom-button', on: { click } });
  return h('div', { class: 'zoom', part: 'zoom' },
    button('zoom_in', 'in', () => engine.zoomBy(2)),
    button('zoom_out', 'out', () => engine.zoomBy(0.5)),
    button('whole_world', 'home', engine.home));
}
