/** Which countries get a number on the map: the most served first, none over another. Pure. */

/** @typedef {{code: string, count: number, left: number, top: number, extent: number, step: number}} Candidate pixels; extent: how large the country looks; step: of shading */

/** Room a number needs, pixels: never less than a finger-sized target allows. */
const ROOM = Object.freeze({ width: 34, height: 26 });

/** A country that looks smaller cannot hold its number, pixels; then only what stands out gets one, beside the others. */
export const TIGHT = 24;
const SMALLEST = 7;
const STANDS_OUT = 3;

/** @param {Candidate} candidate */
const deserves = ({ count, extent, step }) =>
  count > 0 && extent >= (step >= STANDS_OUT ? SMALLEST : TIGHT);

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
    .filter((candidate) => candidate.code === first || deserves(candidate))
    .sort((a, b) => Number(b.code === first) - Number(a.code === first) || b.count - a.count || (a.code < b.code ? -1 : 1));
  for (const candidate of order) {
    const free = placed.every(({ left, top }) =>
      Math.abs(left - candidate.left) >= ROOM.width || Math.abs(top - candidate.top) >= ROOM.height);
    if (free) placed.push(candidate);
  }
  return placed;
}
