/** Points of the place view, grouped where their markers would overlap. Pure. */
import { cluster } from './clusters.js';

/** @typedef {import('../shared/organisation.js').Organisation} Organisation */
/** @typedef {{x: number, y: number, city: string, organisation: Organisation}} Point */
/** @typedef {import('./map-view.js').Group} Group */
/** @typedef {import('./clusters.js').Spot<Point>} PointSpot */

/** Points nearer than this are one marker, pixels. */
const RADIUS = 44;

/**
 * Only places with a point: one that gives just its country is never drawn as a pin.
 * @param {readonly Organisation[]} organisations
 * @param {(lng: number, lat: number) => [number, number]} project degrees to world units
 * @returns {Point[]}
 */
export const pointsOf = (organisations, project) => organisations.flatMap((organisation) =>
  organisation.places.flatMap(({ lat, lng, city, precision }) => {
    if (precision === 'country' || lat === null || lng === null) return [];
    const [x, y] = project(lng, lat);
    return [{ x, y, city, organisation }];
  }));

/**
 * @param {readonly PointSpot[]} all
 * @param {number} scale width of the world in pixels
 * @returns {Group[]} the fullest first
 */
export function groupsOf(all, scale) {
  return cluster(all, RADIUS / scale).map((group) => {
    const points = group.flatMap(({ members }) => members);
    const organisations = [...new Set(points.map(({ organisation }) => organisation))];
    const [xs, ys] = [group.map(({ x }) => x), group.map(({ y }) => y)];
    return {
      x: group[0].x, y: group[0].y, // a real place, and never nearer to the next marker than the radius
      count: organisations.length, organisations, city: points[0].city,
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    };
  });
}
