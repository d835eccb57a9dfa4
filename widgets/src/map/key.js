/** Says what the points of the place view mean: how finely a place is shown. */
import { h } from '../shared/dom.js';

/** As on the map, the finest first. */
const PRECISIONS = ['exact', 'city'];

/**
 * @param {import('./map-view.js').MapView} map
 * @param {Record<string, string>} labels of precisions, from the directory
 */
export function createKey(map, labels) {
  const element = h('ul', { class: 'legend', role: 'list' }, ...PRECISIONS.map((precision) =>
    h('li', {}, h('span', { class: `single ${precision}`, 'aria-hidden': 'true' }), h('span', { text: labels[precision] ?? precision }))));
  map.well.parentElement?.append(element);
  const look = () => {
    element.hidden = map.shows !== 'places';
  };
  look();
  return { look };
}
