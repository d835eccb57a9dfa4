/** How many organisations serve each country, and the step of shading that stands for it. Pure. */

/** @typedef {import('../shared/organisation.js').Organisation} Organisation */
/** @typedef {{direct: number, region: number}} Serving organisations that serve a country by name and through its region */
/** @typedef {{countries: Map<string, Serving>, worldwide: number}} Counts */

/** From how many organisations on each step begins; below the first, only organisations for the whole world serve it. */
export const STEPS = Object.freeze([1, 3, 6, 11, 21]);

/** @param {Serving | undefined} serving */
export const served = (serving) => (serving ? serving.direct + serving.region : 0);

/** @param {number} count @returns {number} 0 (none) to STEPS.length */
export const stepOf = (count) => STEPS.filter((from) => count >= from).length;

/**
 * Counts as in `overview.json`, for organisations that were filtered.
 * @param {readonly Organisation[]} organisations
 * @param {Readonly<Record<string, readonly string[]>>} regions
 * @returns {Counts}
 */
export function countServing(organisations, regions) {
  /** @type {Map<string, Serving>} */
  const countries = new Map();
  let worldwide = 0;
  for (const { areas_served: areas } of organisations) {
    if (areas.includes('worldwide')) worldwide += 1;
    const byName = new Set(areas.filter((area) => area.length === 2));
    const byRegion = new Set(areas.flatMap((area) => regions[area] ?? []));
    for (const code of new Set([...byName, ...byRegion])) {
      const serving = countries.get(code) ?? { direct: 0, region: 0 };
      serving[byName.has(code) ? 'direct' : 'region'] += 1;
      countries.set(code, serving);
    }
  }
  return { countries, worldwide };
}
