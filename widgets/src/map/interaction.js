/** What a map needs once it can be used: pointer and keyboard, the callout, points of the organisations, the hints. */
import { h } from '../shared/dom.js';
import { createCallout } from './callout.js';
import { served } from './choropleth.js';
import { createFan } from './fan.js';
import { listen } from './gestures.js';
import { createHitTest } from './hit.js';
import { listenToMarkers } from './marker-keys.js';
import { createPlaceMarkers } from './place-markers.js';
import { CLOSEST, DETAILED } from './view.js';
import { createZoom } from './zoom.js';

const HINT = 1600; // ms
const MARGIN = 56; // pixels around a group that is looked at
const NARROW = 640; // pixels; the callout stands below a narrower map, as in the style sheet
const FAN = 90; // pixels from the edge that a fan needs

/**
 * @param {import('./map-view.js').MapView} map
 * @param {object} parts
 * @param {import('../shared/strings.js').Strings} parts.strings
 * @param {AbortSignal} parts.signal
 * @param {readonly string[]} parts.folders of the published files
 * @param {import('../shared/data.js').Overview['clusters'] | null} parts.clusters ready-made
 * @param {(codes: string[]) => void} parts.chooseCountries
 * @param {(at: number) => void} parts.chooseOrganisation
 * @param {() => void} parts.seeList
 */
export function createInteraction(map, { strings, signal, folders, clusters, chooseCountries, chooseOrganisation, seeList }) {
  const { t, n } = strings;
  const { engine, frame, layer } = map;
  /** @type {import('./detail.js').MapDetail | undefined} */
  let detail;
  const hit = createHitTest(map.world, (x, y) => detail?.at(x, y));
  const countryAt = (/** @type {number} */ left, /** @type {number} */ top) => hit(...engine.world(left, top), engine.view.scale);
  const tip = h('div', { class: 'tip', 'aria-hidden': 'true', '.hidden': true });
  const hint = h('div', { class: 'hint', 'aria-hidden': 'true' });
  const help = h('p', { class: 'sr-only', id: 'help', text: t('map_help') });
  const fan = createFan(map, chooseOrganisation);
  const callout = createCallout(strings, closed, fan.close);
  let hinting = 0;
  let before = /** @type {string[] | null} */ (null); // chosen until the last tap, null when that changed nothing
  let closedFor = ''; // the visitor closed the callout of these countries

  frame.append(createZoom(strings, engine), tip, hint, help);
  frame.setAttribute('aria-describedby', 'help');
  map.well.append(callout.element);
  signal.addEventListener('abort', () => clearTimeout(hinting));

  listenToMarkers(layer, signal);
  listen(frame, {
    ...engine,
    tap(left, top) {
      const code = countryAt(left, top);
      before = map.shows === 'countries' && (code || map.chosen.length) ? [...map.chosen] : null;
      map.chooseCountry(code);
    },
    untap() {
      if (before) chooseCountries(before);
    },
    hover,
    leave: () => hover(-1, -1),
    ignored(way) {
      hint.textContent = t(`${way}_hint`);
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

  /** Told when the map has moved, has come to rest, and shows something else. @type {{moved?: () => void, settled?: () => void, dressed?: () => void}} */
  let followers = {};

  map.hooks.moved = () => {
    fan.follow();
    followers.moved?.();
  };
  map.hooks.settled = () => {
    void sharpen();
    followers.settled?.();
  };

  /** What it takes to look closely comes when somebody does. */
  async function sharpen() {
    if (!detail && engine.view.scale < DETAILED) return;
    const module = await import('./detail.js').catch(() => null);
    if (signal.aborted || !module) return;
    detail ??= module.createDetail({ engine, geographyOf: map.geographyOf, folders, signal });
    detail.look();
  }

  const places = createPlaceMarkers(map, strings, clusters, (group, isEnd) => {
    if (!isEnd) return approach(map, group);
    void callout.showOrganisations(group.city, group.organisations, places.nameOf, chooseOrganisation);
    fan.open(group, places.nameOf);
    if (engine.size.width < NARROW) clearEdges(group);
    else avoid(group);
  });

  /** On a small map there is no room for a fan beside its edges and the zoom buttons. @param {{x: number, y: number}} place */
  function clearEdges({ x, y }) {
    const [left, top] = engine.screen(x, y);
    const nearest = Math.min(left, top, engine.size.width - left, engine.size.height - top);
    if (nearest < FAN) engine.show([x, y, x, y], engine.view.scale, 0);
  }

  /** The callout stands on the other side of what it tells about. @param {{x: number, y: number} | undefined} place */
  function avoid(place) {
    if (!place) return;
    const isLeft = engine.screen(place.x, place.y)[0] < engine.size.width / 2;
    callout.element.toggleAttribute('data-end', isLeft === (strings.dir === 'ltr'));
  }

  map.hooks.dressed = () => {
    followers.dressed?.();
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
    avoid(map.world.countries.get(codes[0]));
  };

  map.refresh();
  return {
    places,
    /** @param {typeof followers} others */
    follow(others) {
      followers = others;
    },
  };
}

/** Looks closer at a group. @param {import('./map-view.js').MapView} map @param {import('./place-markers.js').Group} group */
function approach({ engine }, { box, x, y }) {
  const half = (0.12 * engine.size.width) / engine.view.scale;
  const wide = box[2] > box[0] || box[3] > box[1];
  engine.show(wide ? box : [x - half, y - half, x + half, y + half], CLOSEST, MARGIN);
}
