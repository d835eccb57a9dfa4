/** The map inside the element: frame, markers and legend around the engine, showing what it is told. */
import { h } from '../shared/dom.js';
import { breaksOf, served, stepOf } from './choropleth.js';
import { createLegend, createSwitch } from './controls.js';
import { createEngine } from './engine.js';
import { geographyOf } from './geography.js';
import { placeLabels, TIGHT } from './labels.js';
import { createMarkers } from './markers.js';
import { createPalette } from './palette.js';
import { worldX, worldY } from './view.js';

/** @typedef {import('./markers.js').Marker} Marker */
/** @typedef {import('./choropleth.js').Counts} Counts */
/** @typedef {{counts: Counts, chosen: readonly string[], note: string}} Shown note: what to say about the places */
/** @typedef {ReturnType<typeof createMap>} MapView */

const CLOSE = 256 * 2 ** 5; // scale to look at a country
const MARGIN = 56; // pixels around what is shown
const CLEAR = 24; // pixels a country must measure to be seen well
const EDGE = 12; // pixels that a marker keeps from the edge of the frame

/**
 * @param {object} parts
 * @param {HTMLElement} parts.stage
 * @param {import('../shared/strings.js').Strings} parts.strings
 * @param {import('./geography.js').Geography} parts.world
 * @param {string} parts.height CSS length of the frame or ''
 * @param {AbortSignal} parts.signal
 * @param {(codes: string[]) => void} parts.chooseCountries
 */
export function createMap({ stage, strings, world, height, signal, chooseCountries }) {
  const { t, n } = strings;
  const { countries } = world;
  /** @type {Counts} */
  let counts = { countries: new Map(), worldwide: 0 };
  /** @type {number[]} */
  let breaks = [];
  /** @type {readonly string[]} */
  let chosen = [];
  let note = '';
  let visible = false;
  let shows = /** @type {import('./controls.js').Shows} */ ('countries');

  /** What the second module adds. */
  const hooks = { dressed() {}, moved() {}, settled() {}, placeMarkers: () => /** @type {Marker[]} */ ([]) };

  const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { 'aria-hidden': 'true', part: 'canvas' }));
  const layer = h('div', { class: 'markers' });
  const frame = h('div', { class: 'frame', role: 'group', tabindex: 0, 'aria-label': t('map_label'), part: 'frame' }, canvas);
  frame.style.blockSize = height;
  const markers = createMarkers(layer, () => frame.focus({ preventScroll: true }));
  const legend = createLegend(strings);
  const { read } = createPalette(frame);
  const engine = createEngine({ frame, canvas, geography: world, signal, readPalette: read, moved });
  frame.append(layer);
  const well = h('div', { class: 'well' }, frame);
  stage.append(h('div', { class: 'map', part: 'map' }, createSwitch(strings, show), well, legend.element));

  /** @param {import('./controls.js').Shows} wanted */
  function show(wanted) {
    shows = wanted;
    dress();
  }

  function dress() {
    if (!visible) return;
    engine.dress((code) => (shows === 'countries' ? stepOf(served(counts.countries.get(code)), breaks) : 0), chosen);
    if (shows === 'countries') legend.showCountries(breaks, counts.worldwide);
    else legend.showNote(note);
    hooks.dressed();
    refresh();
  }

  /** @param {boolean} settled */
  function moved(settled) {
    markers.place(engine.screen);
    hooks.moved();
    if (!settled) return;
    refresh();
    hooks.settled();
  }

  function refresh() {
    if (!engine.size.width) return;
    markers.set(shows === 'countries' ? countryMarkers() : hooks.placeMarkers());
    markers.place(engine.screen);
  }

  /** @param {{x: number, y: number}} marker */
  function isInside({ x, y }) {
    const [left, top] = engine.screen(x, y);
    return left >= EDGE && top >= EDGE && left <= engine.size.width - EDGE && top <= engine.size.height - EDGE;
  }

  /** The visible number is always part of the name, also where the language has a word for one or two. @param {number} count */
  function counted(count) {
    const words = t('organisations', { count });
    return words.includes(n(count)) ? words : `${n(count)} – ${words}`;
  }

  /** @returns {Marker[]} by name, so that the keyboard finds its way */
  function countryMarkers() {
    const candidates = [...countries.values()].filter(isInside).map((country) => {
      const [left, top] = engine.screen(country.x, country.y);
      const { code, extent } = country;
      const count = served(counts.countries.get(code));
      return { country, code, left, top, count, step: stepOf(count, breaks), extent: extent * engine.view.scale };
    });
    return placeLabels(candidates, chosen[0]).map(({ country: { x, y }, code, count, step, extent }) => ({
      key: code, x, y, text: n(count), kind: `number step-${step}${extent < TIGHT ? ' tight' : ''}`, pressed: chosen.includes(code),
      label: t('labelled', { place: strings.country(code), organisations: counted(count) }),
      choose: () => chooseCountry(code),
    })).sort((a, b) => strings.compare(a.label, b.label));
  }

  /** @param {string} code '' at sea */
  function chooseCountry(code) {
    if (shows !== 'countries' || (!code && !chosen.length)) return;
    chooseCountries(!code || chosen.includes(code) ? [] : [code]);
  }

  /** Brings chosen countries into view when they cannot be seen well. */
  function reveal() {
    const found = chosen.flatMap((code) => countries.get(code) ?? []);
    const clear = found.every((country) => isInside(country) && country.extent * engine.view.scale > CLEAR);
    if (clear || !engine.size.width) return;
    const side = (/** @type {number} */ i, /** @type {(...values: number[]) => number} */ of) => of(...found.map(({ box }) => box[i]));
    engine.show([side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)], CLOSE, MARGIN);
  }

  return {
    world, frame, layer, well, engine, hooks, chooseCountry, refresh, geographyOf, isInside, counted,
    get counts() {
      return counts;
    },
    get chosen() {
      return chosen;
    },
    get shows() {
      return shows;
    },
    /** @type {(lng: number, lat: number) => [number, number]} degrees to world units */
    project: (lng, lat) => [worldX(lng), worldY(lat)],

    /** Call when the stage becomes visible: markers at once, the picture with the next frame. */
    appear() {
      visible = true;
      engine.resize();
      dress();
      reveal();
    },
    /** @param {Partial<Shown>} next what is not named stays */
    show(next) {
      if (next.counts) {
        counts = next.counts;
        breaks = breaksOf([...counts.countries.values()].map(served));
      }
      const changed = next.chosen && String(next.chosen) !== String(chosen);
      chosen = next.chosen ?? chosen;
      note = next.note ?? note;
      dress();
      if (changed) reveal();
    },
  };
}
