/** What a map needs once it can be used: pointer and keyboard, the callout, points of the organisations, the hints. */
import { h } from '../shared/dom.js';
import { createCallout } from './callout.js';
import { served } from './choropleth.js';
import { spots } from './clusters.js';
import { listen } from './gestures.js';
import { createHitTest } from './hit.js';
import { listenToMarkers } from './marker-keys.js';
import { groupsOf, pointsOf } from './places.js';
import { createZoom } from './zoom.js';

/** @typedef {import('../shared/organisation.js').Organisation} Organisation */

const HINT = 1600; // ms

/**
 * @param {import('./map-view.js').MapView} map
 * @param {object} parts
 * @param {import('../shared/strings.js').Strings} parts.strings
 * @param {AbortSignal} parts.signal
 * @param {(codes: string[]) => void} parts.chooseCountries
 * @param {(organisation: Organisation) => void} parts.chooseOrganisation
 * @param {() => void} parts.seeList
 */
export function createInteraction(map, { strings, signal, chooseCountries, chooseOrganisation, seeList }) {
  const { t, n } = strings;
  const { engine, frame, layer } = map;
  const hit = createHitTest(map.world);
  const countryAt = (/** @type {number} */ left, /** @type {number} */ top) => hit(...engine.world(left, top), engine.view.scale);
  const tip = h('div', { class: 'tip', 'aria-hidden': 'true', '.hidden': true });
  const hint = h('div', { class: 'hint', 'aria-hidden': 'true', text: t('wheel_hint') });
  const help = h('p', { class: 'sr-only', id: 'help', text: t('map_help') });
  const callout = createCallout(strings, closed);
  let hinting = 0;
  let closedFor = ''; // the visitor closed the callout of these countries

  frame.append(createZoom(strings, engine), tip, hint, help);
  frame.setAttribute('aria-describedby', 'help');
  map.well.append(callout.element);
  signal.addEventListener('abort', () => clearTimeout(hinting));

  listenToMarkers(layer, signal);
  listen(frame, {
    ...engine,
    tap: (left, top) => map.chooseCountry(countryAt(left, top)),
    hover,
    leave: () => hover(-1, -1),
    wheelIgnored() {
      hint.setAttribute('data-shown', '');
      clearTimeout(hinting);
      hinting = window.setTimeout(() => hint.removeAttribute('data-shown'), HINT);
    },
  }, signal);

  /** @param {number} left @param {number} top */
  function hover(left, top) {
    const code = map.shows === 'countries' && left >= 0 ? countryAt(left, top) : '';
    tip.hidden = !code;
    frame.toggleAttribute('data-country', Boolean(code));
    if (!code) return;
    tip.textContent = t('labelled', { place: strings.country(code), organisations: n(served(map.counts.countries.get(code))) });
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    tip.toggleAttribute('data-flip', left > engine.size.width / 2);
  }

  function closed() {
    callout.close();
    closedFor = String(map.chosen);
    const marker = layer.querySelector('[aria-pressed=true]') ?? layer.querySelector('[tabindex="0"]');
    /** @type {HTMLElement} */ (marker ?? frame).focus({ preventScroll: true });
  }

  map.hooks.open = ({ city, organisations }) => callout.showOrganisations(city, organisations, chooseOrganisation);

  map.hooks.dressed = () => {
    const codes = map.chosen;
    if (String(codes) !== closedFor) closedFor = '';
    if (map.shows === 'places' || !codes.length || closedFor) return callout.close();
    const { direct, region } = map.counts.countries.get(codes[0]) ?? { direct: 0, region: 0 };
    const lines = /** @type {const} */ ([['in_country', direct], ['in_region', region], ['in_world', map.counts.worldwide]])
      .filter(([, count]) => count > 0)
      .map(([word, count]) => t(word, { count }));
    callout.showCountry(strings.list(codes.map(strings.country)), codes.length === 1 ? lines : [], seeList, () => {
      frame.focus({ preventScroll: true });
      chooseCountries([]);
    });
  };

  return {
    /** @param {readonly Organisation[]} organisations */
    showPoints(organisations) {
      const points = pointsOf(organisations, map.project);
      const shown = new Set(points.map(({ organisation }) => organisation)).size;
      const rest = { shown, organisations: t('organisations', { count: organisations.length }) };
      map.showGroups(groupedBy(points), shown < organisations.length ? t('points', rest) : '');
    },
    /** @param {string} day UTC day of a copy too old to draw points from */
    withoutPoints: (day) => map.showGroups(() => [], t('stale', { date: strings.date(day) })),
  };
}

/**
 * Groups points when somebody looks at them, once for each scale in a row.
 * @param {readonly import('./places.js').Point[]} points
 */
function groupedBy(points) {
  /** @type {import('./places.js').PointSpot[] | undefined} */
  let all;
  let known = { scale: 0, groups: /** @type {import('./map-view.js').Group[]} */ ([]) };
  return (/** @type {number} */ scale) => {
    all ??= spots(points);
    if (known.scale !== scale) known = { scale, groups: groupsOf(all, scale) };
    return known.groups;
  };
}
