/** Points of the organisations on the map: grouped for the scale that is looked at, in slices, when somebody looks at them. */
import { createPace, unlessStopped } from '../shared/turns.js';
import { groupsOf, ownersIn, projected, spotsOf } from './places.js';

/** @typedef {import('../shared/bits.js').Bits} Bits */
/** @typedef {import('./map-view.js').MapView} MapView */
/** @typedef {ReturnType<typeof createPoints>} MapPoints */

/**
 * @param {MapView} map
 * @param {import('./place-markers.js').PlaceMarkers} markers
 * @param {import('../shared/strings.js').Strings} strings
 * @param {import('../shared/catalogue.js').Catalogue} catalogue
 * @param {AbortSignal} signal
 */
export function createPoints(map, markers, { t }, catalogue, signal) {
  const { points, pointed } = catalogue;
  /** @type {Promise<import('./places.js').Projected> | undefined} */
  let projecting;
  let grouping = new AbortController();
  signal.addEventListener('abort', () => grouping.abort());

  const known = () => (projecting ??= projected(points, map.project, createPace(signal)));

  /**
   * Once for each scale in a row.
   * @param {Bits} matching
   * @param {AbortSignal} stopped
   */
  function groupedBy(matching, stopped) {
    /** @type {Promise<import('./clusters.js').Spot[]> | undefined} */
    let spots;
    let latest = { scale: 0, groups: /** @type {import('./place-markers.js').Group[]} */ ([]) };
    let wanted = 0;

    /** @param {number} scale */
    async function group(scale) {
      wanted = scale;
      const all = await known();
      const found = await (spots ??= spotsOf(all, matching, createPace(stopped)));
      if (wanted !== scale) return; // somebody zoomed on meanwhile
      const groups = await groupsOf(all, found, scale, createPace(stopped));
      if (wanted !== scale) return;
      latest = { scale, groups };
      map.refresh();
    }

    return (/** @type {number} */ scale) => {
      if (latest.scale === scale) return latest.groups;
      if (wanted !== scale) group(scale).catch(unlessStopped);
      return undefined;
    };
  }

  return {
    /** @param {Bits} matching organisations to show */
    show(matching) {
      grouping.abort();
      grouping = new AbortController();
      const shown = matching.sizeWith(pointed);
      const all = matching.size;
      markers.use(groupedBy(matching, grouping.signal), (at) => catalogue.words(at).name);
      map.show({ note: shown < all ? t('points', { shown, organisations: t('organisations', { count: all }) }) : '' });
    },

    /** Organisations with a place in the frame. @param {AbortSignal} stopped */
    async inFrame(stopped) {
      const { world, size } = map.engine;
      const box = /** @type {import('./view.js').Box} */ ([...world(0, 0), ...world(size.width, size.height)]);
      return ownersIn(await known(), box, createPace(stopped));
    },

    /** Where an organisation is, world units. @param {number} at */
    placesOf(at) {
      const found = [];
      // Its points follow one another.
      for (let i = points.owners.indexOf(at); i >= 0 && points.owners[i] === at; i++) {
        found.push(map.project(points.lngs[i], points.lats[i]));
      }
      return found;
    },
  };
}
