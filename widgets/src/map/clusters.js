/** Groups points that would overlap on the screen: greedy, with a grid to find neighbours. Pure; the same points give the same groups. */

/** @typedef {import('../shared/turns.js').Pace} Pace */
/** @typedef {{x: number, y: number, members: number[]}} Spot a place in world units and the points there */
/** @typedef {{xs: ArrayLike<number>, ys: ArrayLike<number>}} Columns points in world units */

/** Steps of the world's width below which places are the same: far less than a pixel. */
const FINE = 2 ** 24;

/**
 * Everything at the same place becomes one spot, the fullest first.
 * @param {Columns} columns
 * @param {Iterable<number>} points
 * @param {Pace} pace
 * @returns {Promise<Spot[]>}
 */
export async function spots({ xs, ys }, points, pace) {
  /** @type {Map<number, Spot>} */
  const found = new Map();
  for (const point of points) {
    const [x, y] = [xs[point], ys[point]];
    const key = Math.round(x * FINE) * FINE + Math.round(y * FINE);
    const spot = found.get(key);
    if (spot) spot.members.push(point);
    else found.set(key, { x, y, members: [point] });
    if (pace.due()) await pace.turn();
  }
  return fullestFirst(found);
}

/** Typed arrays sort natively, ten times as fast as with a function. @param {Map<number, Spot>} found */
function fullestFirst(found) {
  /** @type {Map<number, Spot[]>} */
  const bySize = new Map();
  for (const key of Float64Array.from(found.keys()).sort()) {
    const spot = /** @type {Spot} */ (found.get(key));
    const same = bySize.get(spot.members.length);
    if (same) same.push(spot);
    else bySize.set(spot.members.length, [spot]);
  }
  return [...bySize.keys()].sort((a, b) => b - a).flatMap((size) => bySize.get(size) ?? []);
}

/**
 * Gathers spots around the fullest ones.
 * @param {readonly Spot[]} all from `spots`
 * @param {number} radius world units
 * @param {Pace} pace
 * @returns {Promise<Spot[][]>} each group begins with its fullest spot
 */
export async function cluster(all, radius, pace) {
  /** @type {Map<number, Spot[][]>} */
  const grid = new Map();
  const cell = (/** @type {number} */ value) => Math.floor(value / radius);
  const key = (/** @type {number} */ column, /** @type {number} */ row) => row * 1e6 + column;
  const groups = [];
  for (const spot of all) {
    if (pace.due()) await pace.turn();
    const [column, row] = [cell(spot.x), cell(spot.y)];
    let nearest;
    let least = radius ** 2;
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const group of grid.get(key(c, r)) ?? []) {
          const distance = (group[0].x - spot.x) ** 2 + (group[0].y - spot.y) ** 2;
          if (distance < least) [nearest, least] = [group, distance];
        }
      }
    }
    if (nearest) {
      nearest.push(spot);
      continue;
    }
    const group = [spot];
    groups.push(group);
    const here = key(column, row);
    grid.set(here, [...(grid.get(here) ?? []), group]);
  }
  return groups;
}
