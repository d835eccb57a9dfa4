/** Points of the place view: from the ready-made clusters at first, from the organisations when they are here. Pure. */
import { cluster, spots } from './clusters.js';
import { worldX, worldY, zoomOf } from './view.js';

/** @typedef {import('../shared/organisation.js').Organisation} Organisation */
/** @typedef {{x: number, y: number, city: string, organisation: Organisation}} Point */
/** @typedef {{x: number, y: number, count: number, organisations: Organisation[], city: string, box: import('./view.js').Box}} Group organisations empty: only counted; box: what it spans */

/** Points nearer than this are one marker, pixels. */
const RADIUS = 38;

/**
 * Only places with a point: one that gives just its country is never drawn as a pin.
 * @param {readonly Organisation[]} organisations
 * @returns {Point[]}
 */
export const pointsOf = (organisations) => organisations.flatMap((organisation) =>
  organisation.places.flatMap(({ lat, lng, city, precision }) =>
    (precision === 'country' || lat === null || lng === null ? [] : [{ x: worldX(lng), y: worldY(lat), city, organisation }])));

/**
 * @param {ReturnType<typeof spots<Point>>} all
 * @param {number} scale width of the world in pixels
 * @returns {Group[]} the fullest first
 */
export function groupsOf(all, scale) {
  return cluster(all, RADIUS / scale).map((group) => {
    const points = group.flatMap(({ members }) => members);
    const organisations = [...new Set(points.map(({ organisation }) => organisation))];
    const [xs, ys] = [group.map(({ x }) => x), group.map(({ y }) => y)];
    return {
      x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
      y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
      count: organisations.length, organisations, city: points[0].city,
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    };
  });
}

/** Of the ready-made clusters, those for the zoom nearest to a scale. @param {import('../shared/data.js').Overview['clusters']} clusters @param {number} scale @returns {Group[]} */
export function readyGroups(clusters, scale) {
  const zoom = /** @type {'1' | '2' | '3'} */ (String(Math.min(Math.max(Math.round(zoomOf(scale)), 1), 3)));
  return clusters[zoom].map(([lng, lat, count]) => {
    const [x, y] = [worldX(lng), worldY(lat)];
    return { x, y, count, organisations: [], city: '', box: [x, y, x, y] };
  });
}

export { spots };
