// The world as plain rings of whole numbers, for programs that draw a picture of it.
import { isContested } from './contested.mjs';
import { toLat, toY, WEST } from './mercator.mjs';
import { ringPoints } from './simplify.mjs';
import { sides } from './topology.mjs';

/** What the picture shows, from north to south (degrees). */
const NORTH = 78;
const SOUTH = -58;

/** @param {import('./simplify.mjs').Simplified} world */
export function picture(world) {
  const width = world.units;
  const top = Math.round(toY(NORTH) * width);
  const lowered = (/** @type {number[]} */ [x, y]) => [x, y - top];
  const codes = sides(world);
  const shapes = world.entries.map(({ code, polygons }) => [
    code,
    polygons.flat().map((ring) => ringPoints(world.arcs, ring).map(lowered)),
  ]);
  const isDashed = (/** @type {number[][]} */ arc, /** @type {number} */ i) =>
    arc.length > 1 && isContested(codes[i], toLat((arc[0][1] + arc[1][1]) / 2 / width));
  return {
    width,
    height: Math.round(toY(SOUTH) * width) - top,
    west: WEST,
    north: NORTH,
    south: SOUTH,
    countries: Object.fromEntries(shapes),
    points: Object.fromEntries(Object.entries(world.points).map(([code, point]) => [code, lowered(point)])),
    contested: world.arcs.filter(isDashed).map((arc) => arc.map(lowered)),
  };
}
