/** Which countries get a number on the map: the most served first, none over another. Pure. */

/** @typedef {{code: string, count: number, left: number, top: number, extent: number}} Candidate pixels; extent: how large the country looks */

/** Room a number needs, pixels: never less than a finger-sized target allows. */
const ROOM = Object.freeze({ width: 34, height: 26 });

/** A country that looks smaller gets its number only when the map is closer. */
const SMALLEST = 9;

/**
 * @template {Candidate} T
 * @param {readonly T[]} candidates
 * @param {string} [first] a code that must get its number
 * @returns {T[]}
 */
export function placeLabels(candidates, first = '') {
  /** @type {T[]} */
  const placed = [];
  const order = candidates
    .filter(({ count, extent, code }) => code === first || (count > 0 && extent >= SMALLEST))
    .sort((a, b) => Number(b.code === first) - Number(a.code === first) || b.count - a.count || (a.code < b.code ? -1 : 1));
  for (const candidate of order) {
    const free = placed.every(({ left, top }) =>
      Math.abs(left - candidate.left) >= ROOM.width || Math.abs(top - candidate.top) >= ROOM.height);
    if (free) placed.push(candidate);
  }
  return placed;
}
