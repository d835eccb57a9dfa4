/** The map inside the element: frame, markers, callout and legend around the engine, showing what it is told. */
import { h } from '../shared/dom.js';
import { createCallout } from './callout.js';
import { served, stepOf } from './choropleth.js';
import { createLegend, createSwitch, createZoom } from './controls.js';
import { createEngine } from './engine.js';
import { readGeography } from './geography.js';
import { placeLabels } from './labels.js';
import { createMarkers } from './markers.js';
import { createPalette } from './palette.js';
import { groupsOf, pointsOf, readyGroups, spots } from './places.js';

/** @typedef {import('./markers.js').Marker} Marker */
/** @typedef {import('./places.js').Group} Group */
/** @typedef {import('./choropleth.js').Counts} Counts */

/** The base map, read once for all maps of a page. @type {ReturnType<typeof readGeography> | undefined} */
let geography;

const CLOSE = 256 * 2 ** 4; // scale to look at a country
const CLOSEST = 256 * 2 ** 6;
const MARGIN = 56; // pixels around what is shown
const HINT = 1600; // ms

/** Groups are the same within half a zoom, so that they do not jump at every turn of the wheel. @param {number} scale */
const stepped = (scale) => 2 ** (Math.floor(Math.log2(scale) * 2) / 2);

/**
 * @param {object} parts
 * @param {HTMLElement} parts.stage
 * @param {import('../shared/strings.js').Strings} parts.strings
 * @param {string} parts.height CSS length of the frame or ''
 * @param {AbortSignal} parts.signal
 * @param {(codes: string[]) => void} parts.chooseCountries
 * @param {(organisation: {id: string, slug: string, name: string}) => void} parts.chooseOrganisation
 */
export function createMap({ stage, strings, height, signal, chooseCountries, chooseOrganisation }) {
  const { t, n } = strings;
  const { countries } = (geography ??= readGeography());
  /** @type {Counts} */
  let counts = { countries: new Map(), worldwide: 0 };
  /** @type {readonly string[]} */
  let chosen = [];
  /** @type {(scale: number) => Group[]} */
  let groups = () => [];
  let placesNote = '';
  let shows = /** @type {import('./controls.js').Shows} */ ('countries');
  let hinting = 0;

  const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { 'aria-hidden': 'true', part: 'canvas' }));
  const layer = h('div', { class: 'markers' });
  const tip = h('div', { class: 'tip', 'aria-hidden': 'true', '.hidden': true });
  const hint = h('div', { class: 'hint', 'aria-hidden': 'true', text: t('wheel_hint') });
  const help = h('p', { class: 'sr-only', id: 'help', text: t('map_help') });
  const frame = h('div', {
    class: 'frame', role: 'group', tabindex: 0, 'aria-label': t('map_label'), 'aria-describedby': 'help', part: 'frame',
  }, canvas, tip, hint);
  if (height) frame.style.blockSize = height;
  const palette = createPalette(frame);
  const markers = createMarkers(layer, () => frame.focus({ preventScroll: true }));
  const legend = createLegend(strings);
  const callout = createCallout(strings, closeCallout);
  const engine = createEngine({
    frame, canvas, geography, signal, readPalette: palette.read, moved, tapped: chooseCountry, hovered,
    wheelIgnored() {
      hint.setAttribute('data-shown', '');
      clearTimeout(hinting);
      hinting = window.setTimeout(() => hint.removeAttribute('data-shown'), HINT);
    },
  });
  frame.append(createZoom(strings, engine), layer);
  stage.append(h('div', { class: 'map', part: 'map' },
    help, createSwitch(strings, show), h('div', { class: 'well' }, frame, callout.element), legend.element));
  signal.addEventListener('abort', () => clearTimeout(hinting));

  /** @param {import('./controls.js').Shows} wanted */
  function show(wanted) {
    shows = wanted;
    frame.dataset.shows = shows;
    if (shows === 'countries' && chosen.length) showCallout();
    else callout.close();
    dress();
  }

  function dress() {
    engine.dress((code) => (shows === 'countries' ? stepOf(served(counts.countries.get(code))) : 0), chosen);
    if (shows === 'countries') legend.showCountries(counts.worldwide);
    else legend.showNote(placesNote);
    refresh();
  }

  /** @param {boolean} settled */
  function moved(settled) {
    markers.place(engine.screen);
    if (settled) refresh();
  }

  function refresh() {
    markers.set((shows === 'countries' ? countryMarkers() : groupMarkers()).filter(isInside));
    markers.place(engine.screen);
  }

  /** @param {string} code */
  const at = (code) => {
    const { x, y } = /** @type {import('./geography.js').Country} */ (countries.get(code));
    return { x, y };
  };

  /** @param {{x: number, y: number}} marker */
  function isInside({ x, y }) {
    const [left, top] = engine.screen(x, y);
    return left >= 0 && top >= 0 && left <= engine.size.width && top <= engine.size.height;
  }

  /** @returns {Marker[]} */
  function countryMarkers() {
    const { scale } = engine.view;
    const candidates = [...countries.values()].filter(isInside).map(({ code, x, y, extent }) => {
      const [left, top] = engine.screen(x, y);
      return { code, left, top, extent: extent * scale, count: served(counts.countries.get(code)) };
    });
    return placeLabels(candidates, chosen[0]).map(({ code, count }) => ({
      ...at(code), key: code, text: n(count), kind: `number step-${stepOf(count)}`, pressed: chosen.includes(code),
      label: t('labelled', { place: strings.country(code), organisations: t('organisations', { count }) }),
      choose: () => chooseCountry(code),
    })).sort((a, b) => strings.compare(a.label, b.label));
  }

  /** @returns {Marker[]} */
  function groupMarkers() {
    return groups(stepped(engine.view.scale)).map((group) => {
      const organisations = t('organisations', { count: group.count });
      const [only] = group.organisations;
      const single = group.organisations.length === 1;
      const isOnePlace = group.box[0] === group.box[2] && group.box[1] === group.box[3];
      const around = isOnePlace ? t('labelled', { place: group.city, organisations }) : t('group', { place: group.city, organisations });
      return {
        key: `${group.box}`, x: group.x, y: group.y, text: group.count > 1 ? n(group.count) : '',
        kind: group.count > 1 ? 'cluster' : 'single',
        width: group.count > 1 ? Math.round(26 + 5 * Math.log2(group.count)) : undefined,
        label: single ? t('labelled', { place: group.city, organisations: only.name }) : group.city ? around : organisations,
        choose: () => (group.organisations.length && (isOnePlace || engine.view.scale > CLOSEST * 0.9) ? open(group) : approach(group)),
      };
    });
  }

  /** @param {Group} group */
  function open({ organisations, city }) {
    callout.showOrganisations(city, organisations, chooseOrganisation);
  }

  /** @param {Group} group */
  function approach({ box, x, y }) {
    const half = 0.12 * (engine.size.width / engine.view.scale);
    const wide = box[2] - box[0] || box[3] - box[1];
    engine.show(wide ? box : [x - half, y - half, x + half, y + half], CLOSEST, MARGIN);
  }

  /** @param {string} code '' at sea */
  function chooseCountry(code) {
    if (shows !== 'countries' || (!code && !chosen.length)) return;
    chooseCountries(!code || chosen.includes(code) ? [] : [code]);
  }

  /** @param {string} code @param {number} left @param {number} top */
  function hovered(code, left, top) {
    tip.hidden = !code || shows !== 'countries';
    frame.toggleAttribute('data-country', !tip.hidden);
    if (tip.hidden) return;
    const count = served(counts.countries.get(code));
    tip.textContent = t('labelled', { place: strings.country(code), organisations: n(count) });
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    tip.toggleAttribute('data-flip', left > engine.size.width / 2);
  }

  function closeCallout() {
    callout.close();
    const marker = chosen.length ? layer.querySelector('[aria-pressed=true]') : layer.querySelector('[tabindex="0"]');
    /** @type {HTMLElement} */ (marker ?? frame).focus({ preventScroll: true });
  }

  function showCallout() {
    const [code] = chosen;
    const { direct, region } = counts.countries.get(code) ?? { direct: 0, region: 0 };
    const lines = /** @type {const} */ ([['in_country', direct], ['in_region', region], ['in_world', counts.worldwide]])
      .filter(([, count]) => count > 0)
      .map(([word, count]) => t(word, { count }));
    callout.showCountry(strings.list(chosen.map(strings.country)), chosen.length === 1 ? lines : [], () => {
      frame.focus({ preventScroll: true });
      chooseCountries([]);
    });
  }

  /** Brings chosen countries into view when they cannot be seen well. */
  function reveal() {
    const found = chosen.flatMap((code) => countries.get(code) ?? []);
    const clear = found.every((country) => isInside(country) && country.extent * engine.view.scale > 12);
    if (!found.length || clear) return;
    const side = (/** @type {number} */ i, /** @type {(...values: number[]) => number} */ of) => of(...found.map(({ box }) => box[i]));
    engine.show([side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)], CLOSE, MARGIN);
  }

  return {
    /** Call when the stage becomes visible. */
    appear() {
      engine.resize();
      refresh();
    },
    refresh,
    /** @param {Counts} next */
    showCounts(next) {
      counts = next;
      dress();
    },
    /** @param {readonly string[]} codes */
    choose(codes) {
      if (String(codes) === String(chosen)) {
        if (chosen.length && shows === 'countries' && !callout.element.hidden) showCallout();
        return;
      }
      chosen = codes;
      if (chosen.length && shows === 'countries') showCallout();
      else callout.close();
      dress();
      reveal();
    },
    /** @param {import('../shared/data.js').Overview['clusters']} clusters */
    showReady(clusters) {
      groups = (scale) => readyGroups(clusters, scale);
      dress();
    },
    /** @param {readonly import('../shared/organisation.js').Organisation[]} organisations */
    showOrganisations(organisations) {
      const points = pointsOf(organisations);
      const all = spots(points);
      const shown = new Set(points.map(({ organisation }) => organisation)).size;
      placesNote = shown < organisations.length
        ? t('points', { shown, organisations: t('organisations', { count: organisations.length }) }) : '';
      groups = (scale) => groupsOf(all, scale);
      if (shows === 'places') callout.close();
      dress();
    },
    /** @param {string} sentence why no points are shown */
    withoutPoints(sentence) {
      placesNote = sentence;
      groups = () => [];
      dress();
    },
  };
}
