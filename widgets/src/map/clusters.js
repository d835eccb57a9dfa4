/** Groups points that would overlap on the screen: greedy, with a grid to find neighbours. Pure; the same points give the same groups. */

/**
 * @template T
 * @typedef {{x: number, y: number, members: T[]}} Spot a place in world units and what is there
 */

/**
 * Everything at exactly the same place becomes one spot, the fullest first.
 * @template {{x: number, y: number}} T
 * @param {readonly T[]} points
 * @returns {Spot<T>[]}
 */
export function spots(points) {
  /** @type {Map<string, Spot<T>>} */
  const found = new Map();
  for (const point of points) {
    const key = `${point.x} ${point.y}`;
    const spot = found.get(key);
    if (spot) spot.members.push(point);
    else found.set(key, { x: point.x, y: point.y, members: [point] });
  }
  return [...found.values()].sort((a, b) => b.members.length - a.members.length || a.x - b.x || a.y - b.y);
}

/**
 * Gathers spots around the fullest ones.
 * @template T
 * @param {readonly Spot<T>[]} all from `spots`
 * @param {number} radius world units
 * @returns {Spot<T>[][]} each group begins with its fullest spot
 */
export function cluster(all, radius) {
  /** @type {Map<number, Spot<T>[][]>} */
  const grid = new Map();
  const cell = (/** @type {number} */ value) => Math.floor(value / radius);
  const key = (/** @type {number} */ column, /** @type {number} */ row) => row * 1e6 + column;
  const groups = [];
  for (const spot of all) {
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
