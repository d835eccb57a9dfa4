/** Steps of shading: how many organisations serve a country, said with a colour. Pure. */

/** @typedef {import('../shared/filters.js').Serving} Serving */
/** @typedef {{countries: Map<string, Serving>, worldwide: number}} Counts */

export const STEPS = 5;

/** @param {Serving | undefined} serving */
export const served = (serving) => (serving ? serving.direct + serving.region : 0);

/**
 * From how many organisations on each step begins: each next step for what is above the average of the rest, because
 * few countries have many (head/tail breaks).
 * @param {Iterable<number>} counts
 * @returns {number[]} ascending, at most STEPS
 */
export function breaksOf(counts) {
  let rest = [...counts].filter((count) => count > 0).sort((a, b) => a - b);
  /** @type {number[]} */
  const breaks = [];
  while (rest.length && breaks.length < STEPS) {
    breaks.push(rest[0]);
    let sum = 0;
    for (const count of rest) sum += count;
    const average = sum / rest.length;
    rest = rest.filter((count) => count > average);
  }
  return breaks;
}

/**
 * The step of a count: 0 for none; few steps use the whole range of shades.
 * @param {number} count
 * @param {readonly number[]} breaks
 * @returns {number} 0 to STEPS
 */
export function stepOf(count, breaks) {
  const passed = breaks.filter((from) => count >= from).length;
  return passed && passed + Math.floor((STEPS - breaks.length) / 2);
}
