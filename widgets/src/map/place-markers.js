/** Markers of the place view: clusters, and single organisations. */
import { CLOSEST, zoomOf } from './view.js';

/** @typedef {import('./map-view.js').MapView} MapView */
/** @typedef {{x: number, y: number, count: number, organisations: readonly number[], city: string, precisions: readonly string[], box: import('./view.js').Box}} Group organisations: numbers, empty when only counted; precisions: of their places; box: what it spans */
/** @typedef {(scale: number) => Group[] | undefined} Groups undefined: not known yet */
/** @typedef {ReturnType<typeof createPlaceMarkers>} PlaceMarkers */

/** Groups are the same within half a zoom, so that they do not jump at every turn of the wheel. @param {number} scale */
const stepped = (scale) => 2 ** (Math.floor(Math.log2(scale) * 2) / 2);

/**
 * @param {MapView} map
 * @param {import('../shared/strings.js').Strings} strings
 * @param {import('../shared/data.js').Overview['clusters'] | null} clusters ready-made, for the time until all points are there
 * @param {(group: Group, isEnd: boolean) => void} open isEnd: looking closer would not part it
 */
export function createPlaceMarkers(map, { t, n }, clusters, open) {
  const { engine } = map;
  /** @type {Groups} */
  let groups = (scale) => (clusters ? readyGroups(map, clusters, scale) : []);
  /** @type {readonly Group[]} */
  let latest = [];
  let nameOf = (/** @type {number} */ _at) => '';

  /** @param {Group} group @returns {import('./markers.js').Marker} */
  function markerOf(group) {
    const { x, y, count, city, box, organisations, precisions } = group;
    const isOnePlace = box[0] === box[2] && box[1] === box[3];
    const content = organisations.length === 1 ? nameOf(organisations[0]) : map.counted(count);
    return {
      key: `${box}`, x, y, text: count > 1 ? n(count) : '', kind: count > 1 ? 'cluster' : `single ${precisions[0]}`,
      width: count > 1 ? Math.round(22 + 5 * Math.log2(count)) : 0,
      label: city ? t(isOnePlace ? 'labelled' : 'group', { place: city, organisations: content }) : content,
      choose: () => open(group, organisations.length > 0 && (isOnePlace || engine.view.scale > CLOSEST * 0.9)),
    };
  }

  const inFrame = () => latest.filter(map.isInside);

  map.hooks.placeMarkers = () => {
    latest = groups(stepped(engine.view.scale)) ?? latest;
    return inFrame().map(markerOf); // the fullest first
  };

  return {
    /** Groups with a marker, in the order of the markers. */
    inFrame,
    nameOf: (/** @type {number} */ at) => nameOf(at),
    /** @param {Groups} next @param {typeof nameOf} [names] of organisations by their numbers */
    use(next, names = nameOf) {
      groups = next;
      nameOf = names;
    },
  };
}

/**
 * Of the ready-made clusters, those for the zoom nearest to a scale.
 * @param {MapView} map
 * @param {import('../shared/data.js').Overview['clusters']} clusters
 * @param {number} scale
 * @returns {Group[]}
 */
function readyGroups(map, clusters, scale) {
  const zoom = /** @type {'1' | '2' | '3'} */ (String(Math.min(Math.max(Math.round(zoomOf(scale)), 1), 3)));
  return clusters[zoom].map(([lng, lat, count]) => {
    const [x, y] = map.project(lng, lat);
    return { x, y, count, organisations: [], city: '', precisions: [], box: [x, y, x, y] };
  });
}
