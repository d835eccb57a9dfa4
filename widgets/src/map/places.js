/** Points of the place view, grouped where their markers would overlap. Pure. */
import { Bits } from '../shared/bits.js';
import { cluster, spots } from './clusters.js';

/** @typedef {import('../shared/catalogue.js').Points} Points */
/** @typedef {import('../shared/turns.js').Pace} Pace */
/** @typedef {import('./place-markers.js').Group} Group */
/** @typedef {import('./clusters.js').Columns & Pick<Points, 'owners' | 'cities' | 'precisions'>} Projected world units */

/** Points nearer than this are one marker, pixels. */
const RADIUS = 44;

/**
 * @param {Points} points
 * @param {(lng: number, lat: number) => [number, number]} project degrees to world units
 * @param {Pace} pace
 * @returns {Promise<Projected>}
 */
export async function projected({ owners, cities, precisions, lngs, lats }, project, pace) {
  const [xs, ys] = [new Float64Array(lngs.length), new Float64Array(lngs.length)];
  for (let at = 0; at < lngs.length; at++) {
    [xs[at], ys[at]] = project(lngs[at], lats[at]);
    if (pace.due()) await pace.turn();
  }
  return { owners, cities, precisions, xs, ys };
}

/**
 * Spots of some organisations.
 * @param {Projected} points
 * @param {{has: (organisation: number) => boolean}} organisations
 * @param {Pace} pace
 */
export function spotsOf(points, organisations, pace) {
  const { owners } = points;
  const wanted = function* () {
    for (let at = 0; at < owners.length; at++) if (organisations.has(owners[at])) yield at;
  };
  return spots(points, wanted(), pace);
}

/**
 * @param {Projected} points
 * @param {readonly import('./clusters.js').Spot[]} all
 * @param {number} scale width of the world in pixels
 * @param {Pace} pace
 * @returns {Promise<Group[]>} the fullest first
 */
export async function groupsOf({ owners, cities, precisions }, all, scale, pace) {
  const groups = [];
  for (const group of await cluster(all, RADIUS / scale, pace)) {
    const members = group.flatMap((spot) => spot.members);
    /** @type {Map<number, string>} */
    const known = new Map();
    for (const at of members) if (!known.has(owners[at])) known.set(owners[at], precisions[at]);
    const organisations = [...known.keys()];
    const [xs, ys] = [group.map(({ x }) => x), group.map(({ y }) => y)];
    groups.push({
      x: group[0].x, y: group[0].y, // a real place, and never nearer to the next marker than the radius
      count: organisations.length, organisations, city: cities[members[0]], precisions: [...known.values()],
      box: /** @type {import('./view.js').Box} */ ([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]),
    });
    if (pace.due()) await pace.turn();
  }
  return groups;
}

/**
 * Organisations with a place in a box.
 * @param {Projected} points
 * @param {import('./view.js').Box} box
 * @param {Pace} pace
 */
export async function ownersIn({ owners, xs, ys }, [x0, y0, x1, y1], pace) {
  const found = new Bits();
  for (let at = 0; at < owners.length; at++) {
    if (xs[at] >= x0 && xs[at] <= x1 && ys[at] >= y0 && ys[at] <= y1) found.add(owners[at]);
    if (pace.due()) await pace.turn();
  }
  return found;
}
