/** The base map as the browser draws it: one path per country, lines by kind, and where each country's number stands. */
import { decode } from '../basemap/decode.js';
import { WORLD } from '../basemap/world.js';

/** @typedef {import('./view.js').Box} Box */
/** @typedef {{code: string, path: Path2D | null, box: Box, x: number, y: number, extent: number}} Country path: on the grid, null for a point; the rest: world units */

const { units } = WORLD;

/** @param {Path2D} path @param {number[][]} points @param {boolean} [skipEdges] */
function trace(path, points, skipEdges) {
  points.forEach(([x, y], i) => {
    const alongEdge = skipEdges && i && x === points[i - 1][0] && (x === 0 || x === units);
    if (i && !alongEdge) path.lineTo(x, y);
    else path.moveTo(x, y);
  });
}

/**
 * The middle of the widest stretch of a ring at the height of its middle: always on land.
 * @param {number[][]} ring
 * @param {Box} box of the ring, grid
 */
function anchorOf(ring, [, y0, , y1]) {
  const y = (y0 + y1) / 2 + 0.01;
  const crossings = ring
    .flatMap(([x, top], i) => {
      const [nextX, nextTop] = ring[(i + 1) % ring.length];
      return top > y === nextTop > y ? [] : [x + ((y - top) / (nextTop - top)) * (nextX - x)];
    })
    .sort((a, b) => a - b);
  let [from, to] = [crossings[0], crossings[1]];
  for (let i = 2; i < crossings.length; i += 2) {
    if (crossings[i + 1] - crossings[i] > to - from) [from, to] = [crossings[i], crossings[i + 1]];
  }
  return { x: (from + to) / 2 / units, y: y / units };
}

/** @param {number[][]} points @returns {Box} grid */
function boxOf(points) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** @param {Box} box */
const spread = ([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0);

/** @param {string} code @param {number[][][][]} rings lines of each ring @returns {Country} */
function countryOf(code, rings) {
  const path = new Path2D();
  const largest = rings
    .map((lines) => {
      const ring = lines.flat();
      trace(path, ring);
      path.closePath();
      return { ring, box: boxOf(ring) };
    })
    .reduce((a, b) => (spread(b.box) > spread(a.box) ? b : a));
  const [x0, y0, x1, y1] = largest.box;
  const extent = Math.min(x1 - x0, y1 - y0) / units;
  const box = /** @type {Box} */ (largest.box.map((value) => value / units));
  return { code, path, box, extent, ...anchorOf(largest.ring, largest.box) };
}

/** @param {string} code @param {number[]} point grid @returns {Country} */
function pointCountry(code, point) {
  const [x, y] = point.map((value) => value / units);
  return { code, path: null, box: [x, y, x, y], x, y, extent: 0 };
}

/**
 * @typedef {{units: number, countries: Map<string, Country>, land: Path2D, coasts: Path2D, borders: Path2D, contested: Path2D}} Geography
 *   units: width of the grid of the paths; land: what belongs to no country
 */

/** @type {Geography | undefined} */
let known;

/** Read once for all maps of a page. @returns {Geography} */
export const readGeography = () => (known ??= read());

/** @returns {Geography} */
function read() {
  const { lines, sides, shapes } = decode(WORLD.shapes);
  const [coasts, borders, contested] = [new Path2D(), new Path2D(), new Path2D()];
  lines.forEach((line, number) =>
    trace(sides[number] === 1 ? coasts : WORLD.contested.includes(number) ? contested : borders, line, true));
  /** @type {Map<string, Country>} */
  const countries = new Map();
  for (const [code, rings] of shapes) countries.set(code, countryOf(code, rings));
  for (const [code, point] of Object.entries(WORLD.points)) countries.set(code, pointCountry(code, point));
  const land = /** @type {Path2D} */ (countries.get('')?.path);
  countries.delete('');
  return { units, countries, land, coasts, borders, contested };
}
