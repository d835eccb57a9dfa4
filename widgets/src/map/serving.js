/** How many of some organisations serve each country: the counts of `overview.json`, for what the filters left. Pure. */

/** @typedef {import('../shared/organisation.js').Organisation} Organisation */

/**
 * @param {readonly Organisation[]} organisations
 * @param {Readonly<Record<string, readonly string[]>>} regions region code: ISO alpha-2 codes
 * @returns {import('./choropleth.js').Counts}
 */
export function countServing(organisations, regions) {
  /** @type {Map<string, import('./choropleth.js').Serving>} */
  const countries = new Map();
  let worldwide = 0;
  for (const { areas_served: areas } of organisations) {
    if (areas.includes('worldwide')) worldwide += 1;
    const byName = new Set(areas.filter((area) => area.length === 2));
    const byRegion = areas.flatMap((area) => regions[area] ?? []);
    for (const code of new Set([...byName, ...byRegion])) {
      const serving = countries.get(code) ?? { direct: 0, region: 0 };
      serving[byName.has(code) ? 'direct' : 'region'] += 1;
      countries.set(code, serving);
    }
  }
  return { countries, worldwide };
}
