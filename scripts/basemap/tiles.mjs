// Cuts the detailed world into the tiles that the map loads when somebody looks closely: each holds its cell and a margin
// around it, so that the edges of what was cut are never seen and lines do not end where two tiles meet.
import { createHash } from 'node:crypto';
import { topology as buildTopology } from 'topojson-server';
import { encode } from './encode.mjs';
import { toY, WEST } from './mercator.mjs';
import { ringArea, ringPoints } from './simplify.mjs';
import { splitAtContested } from './topology.mjs';

/** Cells of the grid in a row and in a column: tiles of zoom 4. Larger ones bring more than a frame shows. */
export const CELLS = 16;

/** What lies around a cell in its tile, as a share of the cell: far more than the widest line. */
const MARGIN = 1 / 32;

/** Nobody can look farther north or south, degrees; the map ends a little before. */
const NORTH = 77.5;
const SOUTH = -57.5;

/** @typedef {[x0: number, y0: number, x1: number, y1: number]} Box */

/**
 * The part of a ring on one side of a line (Sutherland-Hodgman), in whole numbers.
 * @param {number[][]} ring closed
 * @param {0 | 1} axis 0 cuts at an x, 1 at a y
 * @param {number} edge
 * @param {1 | -1} side 1 keeps what is greater
 */
function clipped(ring, axis, edge, side) {
  const keeps = (/** @type {number[]} */ point) => (point[axis] - edge) * side >= 0;
  const other = 1 - axis;
  /** @type {number[][]} */
  const out = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (keeps(a) !== keeps(b)) {
      // The same from either end, so that two neighbours keep a common line.
      const [from, to] = a[axis] < b[axis] ? [a, b] : [b, a];
      const at = Math.round(from[other] + ((edge - from[axis]) / (to[axis] - from[axis])) * (to[other] - from[other]));
      out.push(axis ? [at, edge] : [edge, at]);
    }
    if (keeps(b)) out.push(b);
  }
  if (out.length) out.push(out[0]);
  return out.filter((point, i) => !i || point[0] !== out[i - 1][0] || point[1] !== out[i - 1][1]);
}

/**
 * @param {number[][]} ring closed
 * @param {Box} box
 * @returns {number[][]} empty when nothing of it lies in the box
 */
export function ringInBox(ring, [x0, y0, x1, y1]) {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (east < x0 || west > x1 || south < y0 || north > y1) return [];
  if (west >= x0 && east <= x1 && north >= y0 && south <= y1) return ring;
  const cut = clipped(clipped(clipped(clipped(ring, 0, x0, 1), 0, x1, -1), 1, y0, 1), 1, y1, -1);
  return cut.length > 3 && ringArea(cut) ? cut : [];
}

/**
 * One tile as a world of its own.
 * @param {{code: string, polygons: number[][][][]}[]} shapes rings of points
 * @param {Box} box
 */
function tileTopology(shapes, box) {
  const features = shapes.flatMap(({ code, polygons }) => {
    const coordinates = polygons
      .map((rings) => rings.map((ring) => ringInBox(ring, box)).filter((ring) => ring.length))
      .filter((rings) => rings.length);
    return coordinates.length ? [{ type: 'Feature', id: code, properties: {}, geometry: { type: 'MultiPolygon', coordinates } }] : [];
  });
  const { arcs, objects } = buildTopology({ areas: { type: 'FeatureCollection', features } });
  /** @type {any[]} */
  const geometries = objects.areas.geometries;
  return { arcs, entries: geometries.map(({ id, arcs: polygons }) => ({ code: id, polygons })) };
}

/**
 * @param {import('./simplify.mjs').Simplified} world
 * @returns {Map<string, object>} "column-row" -> what the browser reads; cells without land have no tile
 */
export function cutTiles(world) {
  const { units } = world;
  const cell = units / CELLS;
  const [north, south] = [Math.round(toY(NORTH) * units), Math.round(toY(SOUTH) * units)];
  const shapes = world.entries.map(({ code, polygons }) => ({
    code,
    polygons: polygons.map((rings) =>
      rings.map((ring) => {
        const points = ringPoints(world.arcs, ring);
        return [points[points.length - 1], ...points];
      }),
    ),
  }));
  const tiles = new Map();
  for (let row = 0; row < CELLS; row++)
    for (let column = 0; column < CELLS; column++) {
      const margin = Math.round(cell * MARGIN);
      const [x, y] = [column * cell, row * cell];
      /** @type {Box} */
      const box = [x - margin, Math.max(y - margin, north), x + cell + margin, Math.min(y + cell + margin, south)];
      if (box[1] >= box[3]) continue;
      const inBox = ([px, py]) => px >= box[0] && px <= box[2] && py >= box[1] && py <= box[3];
      const points = Object.fromEntries(Object.entries(world.points).filter(([, point]) => inBox(point)));
      const topology = splitAtContested(tileTopology(shapes, box), units);
      if (!topology.entries.length && !Object.keys(points).length) continue;
      tiles.set(`${column}-${row}`, { units, west: WEST, ...encode({ ...topology, units, points }), points });
    }
  return tiles;
}

/** @param {Map<string, object>} tiles @returns {Record<string, string>} file name without its hash -> text */
export const tileTexts = (tiles) =>
  Object.fromEntries([...tiles].map(([name, tile]) => [name, `${JSON.stringify(tile)}\n`]));

/** The same for all tiles and another one when any of them changes. @param {Record<string, string>} texts */
export const versionOf = (texts) => createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 10);
