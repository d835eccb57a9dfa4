/** Which organisations match, in which order, and how many each further choice would leave. Pure: no DOM, no network. */
import { Bits, union } from './bits.js';

/** @typedef {import('./catalogue.js').Catalogue} Catalogue */
/** @typedef {Readonly<Record<string, readonly string[]>>} Regions region code: ISO alpha-2 codes */
/** @typedef {Pick<ReturnType<typeof import('./search.js').createSearch>, 'find'>} Search */

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
 * @property {Bits | null} within only these, such as those that a map shows
 */

/** @typedef {'country' | 'region' | 'world'} Scope */

/**
 * Orders of the public contract; '' is the usual one: nearest scope first when a country is chosen, then what is found in
 * names before countries before texts, then by name.
 * @typedef {'' | 'name' | '-verified_on' | 'relevance'} Order
 */

/** @type {Readonly<Filters>} */
export const NO_FILTERS = Object.freeze({
  roles: [], services: [], audiences: [], country: [], seat: [], language: [], urgent: false, government: null, search: '', within: null,
});

/** @param {import('./catalogue.js').Column} column @param {readonly string[]} codes */
const anyOf = (column, codes) => union(codes.map((code) => column.get(code)));

/** @param {Regions} regions @param {string} country */
const regionsOf = (regions, country) => Object.keys(regions).filter((region) => regions[region].includes(country));

/**
 * Organisations that serve countries, by the ways they do, nearest first.
 * @param {Catalogue['columns']} columns
 * @param {readonly string[]} countries
 * @param {Regions} regions
 * @returns {Record<Scope, Bits>}
 */
const scopesOf = ({ areas }, countries, regions) => ({
  country: anyOf(areas, countries),
  region: anyOf(areas, countries.flatMap((country) => regionsOf(regions, country))),
  world: anyOf(areas, ['worldwide']),
});

/**
 * name: organisations that pass, null when the name is not in use
 * @type {Readonly<Record<Exclude<keyof Filters, 'search' | 'within'>, (catalogue: Catalogue, filters: Filters, regions: Regions) => Bits | null>>}
 */
const TESTS = Object.freeze({
  roles: ({ columns }, { roles }) => (roles.length ? anyOf(columns.roles, roles) : null),
  services: ({ columns }, { services }) => (services.length ? anyOf(columns.services, services) : null),
  audiences: ({ columns }, { audiences }) => (audiences.length ? anyOf(columns.audiences, audiences) : null),
  country: ({ columns }, { country }, regions) => (country.length ? union(Object.values(scopesOf(columns, country, regions))) : null),
  seat: ({ columns }, { seat }) => (seat.length ? anyOf(columns.seats, seat) : null),
  language: ({ columns }, { language }) => (language.length ? anyOf(columns.languages, language) : null),
  urgent: (catalogue, { urgent }) => (urgent ? catalogue.urgent : null),
  government: (catalogue, { government }) =>
    (government === null ? null : government ? catalogue.government : Bits.below(catalogue.size).minus(catalogue.government)),
});

/** @typedef {{direct: number, region: number}} Serving organisations that serve a country by name and through its region */
/** @typedef {Record<'roles' | 'services' | 'audiences' | 'language' | 'country' | 'government', Map<string, number>> & {urgent: number}} Facets */

/**
 * @typedef {object} Result
 * @property {Bits} matching also those that are not `within`
 * @property {Uint32Array} order the matching ones that are `within`
 * @property {Partial<Record<Scope, Bits>>} scopes how near the organisations' work is to the chosen countries, when that decides the order
 * @property {Facets} facets organisations per value, given all the other filters; `government`: whether they are governmental
 * @property {{countries: Map<string, Serving>, worldwide: number}} serving all filters but the country; who serves the whole world is counted there alone
 */

/**
 * Filters, counts and orders.
 * @param {{catalogue: Catalogue, regions: Regions}} directory
 * @param {Filters} filters
 * @param {Search} search
 * @param {import('./turns.js').Pace} pace
 * @param {Order} [wanted]
 * @returns {Promise<Result>}
 */
export async function applyFilters({ catalogue, regions }, filters, search, pace, wanted = '') {
  const everyone = Bits.below(catalogue.size);
  const ranks = (filters.search && await search.find(filters.search, pace)) || [everyone];
  const tests = Object.entries(TESTS).map(([name, test]) => /** @type {const} */ ([name, test(catalogue, filters, regions)]));
  const everything = ranks[ranks.length - 1];
  const within = filters.within ? everything.and(filters.within) : everything;
  /** @param {string} [name] a filter to leave out @param {Bits} [base] */
  const passing = (name, base = within) => {
    let all = base;
    for (const [other, passes] of tests) if (passes && other !== name) all = all.and(passes);
    return all;
  };
  const matching = passing('', everything);

  const { columns } = catalogue;
  const serving = await countServing(passing('country'), columns.areas, regions, pace);
  /** @param {'roles' | 'services' | 'audiences' | 'languages'} column @param {string} name */
  const tally = (column, name) => tallyOf(passing(name), columns[column]);
  const facets = {
    roles: tally('roles', 'roles'), services: tally('services', 'services'), audiences: tally('audiences', 'audiences'),
    language: new Map([...tally('languages', 'language')].filter(([tag]) => !tag.includes('-'))),
    country: new Map([...serving.countries].map(([code, { direct, region }]) => [code, direct + region + serving.worldwide])),
    urgent: passing('urgent').sizeWith(catalogue.urgent), government: governmental(passing('government'), catalogue),
  };
  if (pace.due()) await pace.turn();
  const scopes = filters.country.length ? scopesOf(columns, filters.country, regions) : {};
  const nearness = Object.values(scopes);
  const [first, second] = { '': [nearness, ranks], relevance: [ranks, nearness] }[String(wanted)] ?? [[], []];
  const order = inOrder(passing(), first, second);
  const { verified } = catalogue;
  if (wanted === '-verified_on') order.sort((a, b) => verified[b] - verified[a] || a - b);
  return { matching, order, scopes: wanted ? {} : scopes, facets, serving };
}

/** @param {Bits} base @param {Catalogue} catalogue */
function governmental(base, { government }) {
  const count = base.sizeWith(government);
  return new Map([['true', count], ['false', base.size - count]]);
}

/** @param {Bits} base @param {import('./catalogue.js').Column} column @returns {Map<string, number>} without zeros */
function tallyOf(base, column) {
  const counts = new Map();
  for (const [code, bits] of column) {
    const count = base.sizeWith(bits);
    if (count > 0) counts.set(code, count);
  }
  return counts;
}

/**
 * @param {Bits} base
 * @param {import('./catalogue.js').Column} areas
 * @param {Regions} regions
 * @param {import('./turns.js').Pace} pace
 */
async function countServing(base, areas, regions, pace) {
  const world = areas.get('worldwide') ?? new Bits();
  const local = base.minus(world);
  /** Countries of the same regions share their count. @type {Map<string, {bits: Bits, size: number}>} */
  const regional = new Map();
  const isCountry = (/** @type {string} */ area) => area.length === 2;
  const countries = new Map();
  for (const code of new Set([...Object.values(regions).flat(), ...[...areas.keys()].filter(isCountry)])) {
    const around = regionsOf(regions, code);
    const key = around.join();
    let wider = regional.get(key);
    if (!wider) {
      const bits = local.and(anyOf(areas, around));
      regional.set(key, wider = { bits, size: bits.size });
    }
    const named = areas.get(code);
    countries.set(code, named
      ? { direct: local.sizeWith(named), region: wider.size - wider.bits.sizeWith(named) } : { direct: 0, region: wider.size });
    if (pace.due()) await pace.turn();
  }
  return { countries, worldwide: base.sizeWith(world) };
}

/**
 * @param {Bits} matching
 * @param {readonly Bits[]} first what decides first: who is in an earlier set comes earlier
 * @param {readonly Bits[]} second what decides among those
 */
function inOrder(matching, first, second) {
  const order = new Uint32Array(matching.size);
  let next = 0;
  for (const near of apart(matching, first)) for (const part of apart(near, second)) for (const at of part) order[next++] = at;
  return order;
}

/** Who is in the first of the sets, who only in the second, …, and the rest. @param {Bits} rest @param {readonly Bits[]} sets */
function* apart(rest, sets) {
  for (const set of sets) {
    yield rest.and(set);
    rest = rest.minus(set);
  }
  yield rest;
}
