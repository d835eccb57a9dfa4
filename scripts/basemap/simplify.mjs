// Drops detail that cannot be seen: points first (Visvalingam), then islands, then whole shapes that become points.
import { presimplify } from 'topojson-simplify';
import { EXTRA_POINTS } from './areas.mjs';
import { inFrame, toLat, toX, toY } from './mercator.mjs';
import { forward } from './topology.mjs';

/**
 * How much detail stays. Areas are in square units of the grid, as if at the equator.
 * @typedef {{
 *   units: number,  // width of the world in units of the grid
 *   point: number,  // a point of a line goes when the triangle it makes is smaller
 *   ring: number,   // an island goes when it is smaller, the largest of a country excepted
 *   shape: number,  // a country is a point instead of a shape when all of it is smaller
 * }} Detail
 * @typedef {import('./topology.mjs').World & {units: number, points: Record<string, number[]>}} Simplified
 */

/** Mercator enlarges the north; this is the factor that undoes it for areas. */
const shrink = (/** @type {number} */ y) => Math.cos((toLat(y) * Math.PI) / 180) ** 2;

/** @param {number[][]} ring closed or open @returns {number} signed area, same units as the points */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

/**
 * Points of a ring given as arc numbers.
 * @param {number[][][]} arcs @param {number[]} ring
 */
export const ringPoints = (arcs, ring) =>
  ring.flatMap((arc) => (arc < 0 ? [...arcs[~arc]].reverse() : arcs[arc]).slice(1));

/** @param {number[][]} ring @returns {number[]} centre of gravity */
function centroid(ring) {
  const area = ringArea(ring);
  if (!area) return ring[0];
  let [x, y] = [0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}

/** @param {number[][][]} arcs @param {Detail} detail arcs on the integer grid */
function thinned(arcs, { units, point }) {
  const weighed = presimplify({ type: 'Topology', objects: {}, arcs }, (/** @type {number[][]} */ triangle) => {
    return Math.abs(ringArea(triangle)) * units * units * shrink(triangle[1][1]);
  });
  return weighed.arcs.map((/** @type {number[][]} */ arc) =>
    arc
      .filter(([, , weight]) => weight >= point)
      .map(([x, y]) => [Math.round(x * units), Math.round(y * units)])
      .filter(([x, y], i, all) => !i || x !== all[i - 1][0] || y !== all[i - 1][1]),
  );
}

/**
 * @param {import('./topology.mjs').World} world Mercator units
 * @param {Detail} detail
 * @returns {Simplified} integer grid; entries without a shape are in `points`
 */
export function simplify(world, detail) {
  const { units } = detail;
  const trueArea = (/** @type {number[]} */ ring) => {
    const points = ringPoints(world.arcs, ring);
    return Math.abs(ringArea(points)) * units * units * shrink(points[0][1]);
  };
  const arcs = thinned(world.arcs, detail);
  /** @type {Record<string, number[]>} */
  const points = {};
  const entries = world.entries.flatMap(({ code, polygons }) => {
    const areas = polygons.map((rings) => trueArea(rings[0]));
    const largest = Math.max(...areas);
    const main = polygons[areas.indexOf(largest)];
    const visible = (/** @type {number[]} */ ring) => ringArea(ringPoints(arcs, ring)) !== 0;
    const kept = polygons.filter((rings, i) => (areas[i] >= detail.ring || rings === main) && visible(rings[0]));
    if (largest >= detail.shape && kept.includes(main))
      return [{ code, polygons: kept.map((rings) => rings.filter(visible)) }];
    if (code) points[code] = centroid(ringPoints(world.arcs, main[0])).map((value) => Math.round(value * units));
    return [];
  });
  for (const [code, [lng, lat]] of Object.entries(EXTRA_POINTS))
    points[code] ??= [toX(inFrame(lng)), toY(lat)].map((value) => Math.round(value * units));
  const used = new Set(entries.flatMap(({ polygons }) => polygons.flat(2).map(forward)));
  return { units, arcs: arcs.map((arc, i) => (used.has(i) ? arc : [])), entries, points };
}
