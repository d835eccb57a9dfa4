/** What a map needs once it can be used: pointer and keyboard, the callout, points of the organisations, the hints. */
import { h } from '../shared/dom.js';
import { createPace, unlessStopped } from '../shared/turns.js';
import { createCallout } from './callout.js';
import { served } from './choropleth.js';
import { listen } from './gestures.js';
import { createHitTest } from './hit.js';
import { listenToMarkers } from './marker-keys.js';
import { groupsOf, projected, spotsOf } from './places.js';
import { CLOSEST, DETAILED } from './view.js';
import { createZoom } from './zoom.js';

/** @typedef {import('../shared/catalogue.js').Catalogue} Catalogue */

const HINT = 1600; // ms
const MARGIN = 56; // pixels around a group that is looked at

/**
 * @param {import('./map-view.js').MapView} map
 * @param {object} parts
 * @param {import('../shared/strings.js').Strings} parts.strings
 * @param {AbortSignal} parts.signal
 * @param {readonly string[]} parts.folders of the published files
 * @param {(codes: string[]) => void} parts.chooseCountries
 * @param {(at: number) => void} parts.chooseOrganisation
 * @param {() => void} parts.seeList
 */
export function createInteraction(map, { strings, signal, folders, chooseCountries, chooseOrganisation, seeList }) {
  const { t, n } = strings;
  const { engine, frame, layer } = map;
  /** @type {import('./detail.js').MapDetail | undefined} */
  let detail;
  const hit = createHitTest(map.world, (x, y) => detail?.at(x, y));
  const countryAt = (/** @type {number} */ left, /** @type {number} */ top) => hit(...engine.world(left, top), engine.view.scale);
  const tip = h('div', { class: 'tip', 'aria-hidden': 'true', '.hidden': true });
  const hint = h('div', { class: 'hint', 'aria-hidden': 'true', text: t('wheel_hint') });
  const help = h('p', { class: 'sr-only', id: 'help', text: t('map_help') });
  const callout = createCallout(strings, closed);
  let hinting = 0;
  let grouping = new AbortController();
  let before = map.chosen; // what was chosen until the last tap
  let closedFor = ''; // the visitor closed the callout of these countries

  frame.append(createZoom(strings, engine), tip, hint, help);
  frame.setAttribute('aria-describedby', 'help');
  map.well.append(callout.element);
  signal.addEventListener('abort', () => {
    clearTimeout(hinting);
    grouping.abort();
  });

  listenToMarkers(layer, signal);
  listen(frame, {
    ...engine,
    tap(left, top) {
      before = map.chosen;
      map.chooseCountry(countryAt(left, top));
    },
    untap() {
      if (String(before) !== String(map.chosen)) chooseCountries([...before]);
    },
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

  map.hooks.settled = () => void sharpen();

  /** What it takes to look closely comes when somebody does. */
  async function sharpen() {
    if (!detail && engine.view.scale < DETAILED) return;
    const module = await import('./detail.js').catch(() => null);
    if (signal.aborted || !module) return;
    detail ??= module.createDetail({ engine, geographyOf: map.geographyOf, folders, signal });
    detail.look();
  }

  map.hooks.open = (group, isEnd) => {
    const { city, organisations } = group;
    if (!organisations.length || !isEnd) return approach(map, group);
    void callout.showOrganisations(city, organisations, map.hooks.nameOf, chooseOrganisation);
  };

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
    /** @param {Catalogue} catalogue @param {import('../shared/bits.js').Bits} matching */
    showPoints(catalogue, matching) {
      grouping.abort();
      grouping = new AbortController();
      map.hooks.nameOf = (at) => catalogue.words(at).name;
      const shown = matching.sizeWith(catalogue.pointed);
      const all = matching.size;
      map.show({
        groups: groupedBy(catalogue, matching, map, grouping.signal),
        note: shown < all ? t('points', { shown, organisations: t('organisations', { count: all }) }) : '',
      });
    },
    /** @param {string} day UTC day of a copy too old to draw points from */
    withoutPoints: (day) => map.show({ groups: () => [], note: t('stale', { date: strings.date(day) }) }),
  };
}

/** Looks closer at a group. @param {import('./map-view.js').MapView} map @param {import('./map-view.js').Group} group */
function approach({ engine }, { box, x, y }) {
  const half = (0.12 * engine.size.width) / engine.view.scale;
  const wide = box[2] > box[0] || box[3] > box[1];
  engine.show(wide ? box : [x - half, y - half, x + half, y + half], CLOSEST, MARGIN);
}

/**
 * Groups points when somebody looks at them, once for each scale in a row, in slices.
 * @param {Catalogue} catalogue
 * @param {import('../shared/bits.js').Bits} matching
 * @param {import('./map-view.js').MapView} map
 * @param {AbortSignal} signal
 */
function groupedBy({ points }, matching, map, signal) {
  /** @type {ReturnType<typeof prepare> | undefined} */
  let prepared;
  let known = { scale: 0, groups: /** @type {import('./map-view.js').Group[]} */ ([]) };
  let wanted = 0;

  async function prepare() {
    const pace = createPace(signal);
    const all = await projected(points, map.project, pace);
    return { all, spots: await spotsOf(all, matching, pace) };
  }

  /** @param {number} scale */
  async function group(scale) {
    wanted = scale;
    prepared ??= prepare();
    const { all, spots } = await prepared;
    if (wanted !== scale) return; // somebody zoomed on meanwhile
    const groups = await groupsOf(all, spots, scale, createPace(signal));
    if (wanted !== scale) return;
    known = { scale, groups };
    map.refresh();
  }

  return (/** @type {number} */ scale) => {
    if (known.scale === scale) return known.groups;
    if (wanted !== scale) group(scale).catch(unlessStopped);
    return undefined;
  };
}
