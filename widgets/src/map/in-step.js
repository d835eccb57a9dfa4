/**
 * Map and list in step. The card under the pointer or with the focus shows its place on the map, or the countries where
 * it helps; a card that is opened brings its place into view; a marker shows its cards.
 */
import { h } from '../shared/dom.js';

const MARGIN = 56; // pixels around a place that is brought into view

/**
 * @param {import('./map-view.js').MapView} map
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {import('./place-markers.js').PlaceMarkers} parts.markers
 * @param {import('./points.js').MapPoints | null} parts.points null: none are drawn
 * @param {(at: number) => readonly string[]} parts.countriesOf where an organisation helps
 * @param {AbortSignal} parts.signal
 */
export function keepInStep(map, { list, markers, points, countriesOf, signal }) {
  const { engine, frame, layer, well } = map;
  const rings = h('div', { class: 'rings', 'aria-hidden': 'true' });
  frame.append(rings);
  /** The pointer goes before the focus. @type {{pointer: number | null, focus: number | null}} */
  const looksAt = { pointer: null, focus: null };
  /** @type {number | null} */
  let pointed = null;
  /** @type {Element | null} the marker whose cards are marked */
  let marked = null;
  /** @type {[number, number][]} */
  let places = [];

  /** @param {Event} event @returns {number | null} */
  function organisationOf({ target }) {
    const at = target instanceof Element && target.closest('[data-at]')?.getAttribute('data-at');
    return at ? Number(at) : null;
  }

  function follow() {
    places.forEach(([x, y], i) => {
      const [left, top] = engine.screen(x, y);
      /** @type {HTMLElement} */ (rings.children[i]).style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    });
  }

  /** @param {'pointer' | 'focus'} by @param {number | null} organisation */
  function point(by, organisation) {
    looksAt[by] = organisation;
    const at = looksAt.pointer ?? looksAt.focus;
    if (at === pointed) return;
    pointed = at;
    const isPlaces = map.shows === 'places';
    places = at !== null && isPlaces && points ? points.placesOf(at) : [];
    rings.replaceChildren(...places.map(() => h('i', {})));
    follow();
    if (!isPlaces) engine.outline(at === null ? map.chosen : [...new Set([...map.chosen, ...countriesOf(at)])]);
  }

  /** @param {Event} event */
  function bringIntoView(event) {
    const at = organisationOf(event);
    const isOpened = event.target instanceof Element && event.target.closest('[aria-expanded=true]');
    if (at === null || !isOpened || map.shows !== 'places' || !points) return;
    const all = points.placesOf(at);
    const inFrame = ([x, y] = [0, 0]) => {
      const [left, top] = engine.screen(x, y);
      return left >= 0 && top >= 0 && left <= engine.size.width && top <= engine.size.height;
    };
    if (!all.length || all.some(inFrame)) return;
    const [[x, y]] = all;
    engine.show([x, y, x, y], engine.view.scale, MARGIN);
  }

  /** @param {EventTarget | null} target */
  function showCards(target) {
    const marker = target instanceof Element && map.shows === 'places' ? target.closest('.marker') : null;
    if (marker === marked) return;
    marked = marker;
    const group = marker && markers.inFrame()[[...layer.children].indexOf(marker)];
    for (const card of list.querySelectorAll('[data-at]')) {
      card.toggleAttribute('data-pointed', Boolean(group?.organisations.includes(Number(card.getAttribute('data-at')))));
    }
  }

  for (const place of [list, well]) {
    place.addEventListener('pointerover', (event) => point('pointer', organisationOf(event)), { signal });
    place.addEventListener('pointerleave', () => point('pointer', null), { signal });
    place.addEventListener('focusin', (event) => point('focus', organisationOf(event)), { signal });
    place.addEventListener('focusout', () => point('focus', null), { signal });
  }
  list.addEventListener('click', bringIntoView, { signal });
  for (const type of ['pointerover', 'focusin']) frame.addEventListener(type, ({ target }) => showCards(target), { signal });
  for (const type of ['pointerleave', 'focusout']) frame.addEventListener(type, () => showCards(null), { signal });

  return { follow };
}
