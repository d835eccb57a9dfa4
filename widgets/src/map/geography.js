/** The base map as the browser draws it: one path per country, lines by kind, and where each country's number stands. */
import { decode } from '../basemap/decode.js';
import { WORLD } from '../basemap/world.js';

/** @typedef {import('./view.js').Box} Box */
/** @typedef {{code: string, path: Path2D | null, box: Box, bounds: Box, x: number, y: number, extent: number}} Country path: on the grid, null for a point; the rest: world units; box: of its largest part, bounds: of all */

// Plain loops: this runs once, before any compiler had time for it, and the first marker waits for it.

/** @param {Path2D} path @param {number[][]} points @param {boolean} [goesOn] the pen is there already */
function trace(path, points, goesOn = false) {
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (i || goesOn) path.lineTo(point[0], point[1]);
    else path.moveTo(point[0], point[1]);
  }
}

/** A line, without what lies on the left and right edge of the map. @param {Path2D} path @param {number[][]} points @param {number} units */
function traceLine(path, points, units) {
  for (let i = 0; i < points.length; i++) {
    const [point, before] = [points[i], points[i - 1]];
    const onEdge = before && point[0] === before[0] && (point[0] === 0 || point[0] === units);
    if (before && !onEdge) path.lineTo(point[0], point[1]);
    else path.moveTo(point[0], point[1]);
  }
}

/**
 * The middle of the widest stretch of a ring at the height of its middle: always on land.
 * @param {number[][]} ring
 * @param {Box} box of the ring, grid
 * @returns {[x: number, y: number]} grid
 */
function anchorOf(ring, [, y0, , y1]) {
  const y = (y0 + y1) / 2 + 0.01;
  const crossings = [];
  for (let i = 0; i < ring.length; i++) {
    const [point, next] = [ring[i], ring[(i + 1) % ring.length]];
    if (point[1] > y !== next[1] > y) crossings.push(point[0] + ((y - point[1]) / (next[1] - point[1])) * (next[0] - point[0]));
  }
  crossings.sort((a, b) => a - b);
  let [from, to] = [crossings[0], crossings[1]];
  for (let i = 2; i < crossings.length; i += 2) {
    if (crossings[i + 1] - crossings[i] > to - from) [from, to] = [crossings[i], crossings[i + 1]];
  }
  return [(from + to) / 2, y];
}

/** @param {number[][][]} lines @returns {Box} grid */
function boxOf(lines) {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const point of line) {
      if (point[0] < x0) x0 = point[0];
      if (point[0] > x1) x1 = point[0];
      if (point[1] < y0) y0 = point[1];
      if (point[1] > y1) y1 = point[1];
    }
  }
  return [x0, y0, x1, y1];
}

/** @param {Box} box */
const spread = (box) => (box[2] - box[0]) * (box[3] - box[1]);

/** @param {string} code @param {number[][][][]} rings lines of each ring @param {number} units @returns {Country} */
function countryOf(code, rings, units) {
  const path = new Path2D();
  let [largest, box] = [rings[0], boxOf(rings[0])];
  let bounds = box;
  for (const lines of rings) {
    lines.forEach((line, i) => trace(path, line, i > 0));
    path.closePath();
    const own = lines === largest ? box : boxOf(lines);
    if (spread(own) > spread(box)) [largest, box] = [lines, own];
    bounds = [Math.min(bounds[0], own[0]), Math.min(bounds[1], own[1]), Math.max(bounds[2], own[2]), Math.max(bounds[3], own[3])];
  }
  /** @template {number[]} T @param {T} values grid @returns {T} world units */
  const inWorld = (values) => /** @type {any} */ (values.map((value) => value / units));
  const [x, y] = inWorld(anchorOf(largest.flat(), box));
  const extent = Math.min(box[2] - box[0], box[3] - box[1]) / units;
  return { code, path, extent, x, y, box: inWorld(box), bounds: inWorld(bounds) };
}

/** @param {string} code @param {number[]} point grid @param {number} units @returns {Country} */
function pointCountry(code, point, units) {
  const [x, y] = point.map((value) => value / units);
  return { code, path: null, box: [x, y, x, y], bounds: [x, y, x, y], x, y, extent: 0 };
}

/**
 * @typedef {{units: number, countries: Map<string, Country>, land: Path2D, coasts: Path2D, borders: Path2D, contested: Path2D}} Geography
 *   units: width of the grid of the paths; land: what belongs to no country
 */

/** @typedef {{units: number, shapes: Record<string, string>, points: Record<string, number[]>, contested: number[]}} BaseMap as scripts/basemap writes it */

/** @type {Geography | undefined} */
let known;

/** Read once for all maps of a page. @returns {Geography} */
export const readGeography = () => (known ??= geographyOf(/** @type {BaseMap} */ (WORLD)));

/** @param {BaseMap} map the world, or a tile of it @returns {Geography} */
export function geographyOf({ units, shapes: texts, points, contested: disputed }) {
  const { lines, sides, shapes } = decode(texts);
  const [coasts, borders, contested] = [new Path2D(), new Path2D(), new Path2D()];
  lines.forEach((line, number) =>
    traceLine(sides[number] === 1 ? coasts : disputed.includes(number) ? contested : borders, line, units));
  /** @type {Map<string, Country>} */
  const countries = new Map();
  for (const [code, rings] of shapes) countries.set(code, countryOf(code, rings, units));
  for (const [code, point] of Object.entries(points)) countries.set(code, pointCountry(code, point, units));
  const land = countries.get('')?.path ?? new Path2D();
  countries.delete('');
  return { units, countries, land, coasts, borders, contested };
}
