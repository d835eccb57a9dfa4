/** Which organisations match, in which order, and how many each further choice would leave. Pure: no DOM, no network. */
import { createIndex, fold, searchTokens } from './search.js';

export { createIndex, fold };

/** @typedef {import('./organisation.js').Organisation} Organisation */
/** @typedef {Readonly<Record<string, readonly string[]>>} Regions region code: ISO alpha-2 codes */

/**
 * @typedef {object} Filters several values of one name: any of them; different names: all of them
 * @property {readonly string[]} roles
 * @property {readonly string[]} services
 * @property {readonly string[]} audiences
 * @property {readonly string[]} country
 * @property {readonly string[]} seat
 * @property {readonly string[]} language
 * @property {boolean} urgent
 * @property {boolean | null} government
 * @property {string} search
 */

/** @typedef {'country' | 'region' | 'world'} Scope */

/** Nearest first. @type {readonly Scope[]} */
export const SCOPES = Object.freeze(['country', 'region', 'world']);

/** @type {Readonly<Filters>} */
export const NO_FILTERS = Object.freeze({
  roles: [], services: [], audiences: [], country: [], seat: [], language: [], urgent: false, government: null, search: '',
});

/**
 * How near an organisation's work is to a country; null when it does not serve it.
 * @param {Organisation} organisation
 * @param {string} country ISO alpha-2
 * @param {Regions} regions
 * @returns {Scope | null}
 */
export function servesCountry({ areas_served: areas }, country, regions) {
  if (areas.includes(country)) return 'country';
  if (areas.some((area) => regions[area]?.includes(country))) return 'region';
  return areas.includes('worldwide') ? 'world' : null;
}

/**
 * The nearest scope among several countries; null without countries or when none is served.
 * @param {Organisation} organisation
 * @param {readonly string[]} countries
 * @param {Regions} regions
 */
export function nearestScope(organisation, countries, regions) {
  const found = countries.map((country) => servesCountry(organisation, country, regions));
  return SCOPES.find((scope) => found.includes(scope)) ?? null;
}

/** @param {readonly string[]} wanted @param {readonly string[]} has */
const anyOf = (wanted, has) => wanted.some((code) => has.includes(code));

/** @param {string} wanted BCP 47; `es` also finds `es-MX` @param {string} has */
const isLanguage = (wanted, has) => has === wanted || has.startsWith(`${wanted}-`);

/**
 * name: [is it in use?, does an organisation pass?]
 * @type {Readonly<Record<keyof Filters, [(filters: Filters) => boolean, (o: Organisation, filters: Filters, regions: Regions) => boolean]>>}
 */
const TESTS = Object.freeze({
  roles: [(f) => f.roles.length > 0, (o, f) => anyOf(f.roles, o.roles)],
  services: [(f) => f.services.length > 0, (o, f) => anyOf(f.services, o.services)],
  audiences: [(f) => f.audiences.length > 0, (o, f) => anyOf(f.audiences, o.audiences)],
  country: [(f) => f.country.length > 0, (o, f, regions) => nearestScope(o, f.country, regions) !== null],
  seat: [(f) => f.seat.length > 0, (o, f) => o.places.some(({ country }) => f.seat.includes(country))],
  language: [(f) => f.language.length > 0, (o, f) => f.language.some((wanted) => o.languages.some((has) => isLanguage(wanted, has)))],
  urgent: [(f) => f.urgent, (o) => o.urgent_help],
  government: [(f) => f.government !== null, (o, f) => o.is_government === f.government],
  search: [(f) => f.search.trim() !== '', () => true], // words are tested against the index
});

/** @typedef {Record<'roles' | 'services' | 'audiences' | 'language' | 'country', Map<string, number>> & {urgent: number, government: number}} Facets */

/**
 * @typedef {object} Result
 * @property {Organisation[]} organisations matching, in order
 * @property {Facets} facets organisations per value, given all the other filters
 */

/**
 * Filters, counts and orders in one pass.
 * @param {readonly Organisation[]} organisations ordered by name
 * @param {Filters} filters
 * @param {Regions} regions
 * @param {ReturnType<typeof createIndex>} index
 * @returns {Result}
 */
export function applyFilters(organisations, filters, regions, index) {
  const words = searchTokens(filters.search);
  const used = Object.entries(TESTS).filter(([, [inUse]]) => inUse(filters));
  const counter = createCounter(regions);
  /** @type {{organisation: Organisation, rank: number}[]} */
  const found = [];
  for (const organisation of organisations) {
    const match = index.match(organisation, words);
    if (!match) continue;
    const failed = used.filter(([, [, passes]]) => !passes(organisation, filters, regions)).map(([name]) => name);
    if (failed.length > 1) continue;
    counter.add(organisation, failed[0]);
    if (failed.length === 0) {
      const scope = nearestScope(organisation, filters.country, regions);
      found.push({ organisation, rank: (scope ? SCOPES.indexOf(scope) : 0) * 2 + (match === 'name' ? 0 : 1) });
    }
  }
  found.sort((a, b) => a.rank - b.rank); // stable: by name within a rank
  return { organisations: found.map(({ organisation }) => organisation), facets: counter.facets() };
}

/**
 * Counts an organisation for every name, or only for the one name it fails: choosing another value there would find it.
 * @param {Regions} regions
 */
function createCounter(regions) {
  const maps = /** @type {Record<string, Map<string, number>>} */ (
    Object.fromEntries(['roles', 'services', 'audiences', 'language', 'country'].map((name) => [name, new Map()])));
  let [urgent, government, worldwide] = [0, 0, 0];
  /** Many organisations serve the same areas: counted together, spelt out as countries once. @type {Map<string, number>} */
  const areas = new Map();
  const tallies = /** @type {const} */ (['roles', 'services', 'audiences']);

  /** @param {Map<string, number>} map @param {Iterable<string>} codes @param {number} [count] */
  const tally = (map, codes, count = 1) => {
    for (const code of codes) map.set(code, (map.get(code) ?? 0) + count);
  };

  return {
    /** @param {Organisation} o @param {string | undefined} only */
    add(o, only) {
      const counts = (/** @type {string} */ name) => only === undefined || only === name;
      for (const name of tallies) if (counts(name)) tally(maps[name], o[name]);
      if (counts('language')) tally(maps.language, new Set(o.languages.map((tag) => tag.split('-')[0])));
      if (counts('country')) {
        if (o.areas_served.includes('worldwide')) worldwide += 1;
        else tally(areas, [o.areas_served.join()]);
      }
      if (counts('urgent') && o.urgent_help) urgent += 1;
      if (counts('government') && o.is_government) government += 1;
    },
    /** @returns {Facets} */
    facets() {
      for (const [served, count] of areas) {
        tally(maps.country, new Set(served.split(',').filter(Boolean).flatMap((area) => regions[area] ?? [area])), count);
      }
      for (const code of new Set([...Object.values(regions).flat(), ...maps.country.keys()])) {
        maps.country.set(code, (maps.country.get(code) ?? 0) + worldwide);
      }
      return /** @type {Facets} */ ({ ...maps, urgent, government });
    },
  };
}
