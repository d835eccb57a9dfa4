/** How many of some organisations serve each country: the counts of `overview.json`, for what the filters left. Pure. */

/** @typedef {import('../shared/organisation.js').Organisation} Organisation */

/**
 * @param {readonly Organisation[]} organisations
 * @param {Readonly<Record<string, readonly string[]>>} regions region code: ISO alpha-2 codes
 * @returns {import('./choropleth.js').Counts}
 */
export function countServing(organisations, regions) {
  /** @type {Map<string, {areas: readonly string[], count: number}>} many serve the same areas: they are counted together */
  const alike = new Map();
  for (const { areas_served: areas } of organisations) {
    const key = areas.join();
    const group = alike.get(key);
    if (group) group.count += 1;
    else alike.set(key, { areas, count: 1 });
  }
  /** @type {Map<string, import('./choropleth.js').Serving>} */
  const countries = new Map();
  let worldwide = 0;
  for (const { areas, count } of alike.values()) {
    if (areas.includes('worldwide')) worldwide += count;
    const byName = new Set(areas.filter((area) => area.length === 2));
    const byRegion = areas.flatMap((area) => regions[area] ?? []);
    for (const code of new Set([...byName, ...byRegion])) {
      const serving = countries.get(code) ?? { direct: 0, region: 0 };
      serving[byName.has(code) ? 'direct' : 'region'] += count;
      countries.set(code, serving);
    }
  }
  return { countries, worldwide };
}
