/** Answers are filters and nothing else: whatever sets them, the finder reads them back. Pure. */

/** @typedef {import('../shared/filters.js').Filters} Filters */

/** Who helps everybody who defends rights helps each group of them. */
const EVERYBODY = 'all_defenders';

/** What the three questions ask, unanswered. @type {Readonly<Pick<Filters, 'services' | 'country' | 'audiences'>>} */
export const UNANSWERED = Object.freeze({ services: [], country: [], audiences: [] });

/** What they do not ask, not in use. @type {Readonly<Pick<Filters, 'roles' | 'seat' | 'language' | 'government' | 'search'>>} */
const OTHERS = Object.freeze({ roles: [], seat: [], language: [], government: null, search: '' });

/** @param {readonly string[]} groups */
export const audiencesFor = (groups) => (groups.length ? [...groups, EVERYBODY] : []);

/** @param {readonly string[]} audiences */
export const groupsIn = (audiences) => audiences.filter((code) => code !== EVERYBODY);

/** @param {Readonly<Filters>} filters */
export const othersInUse = (filters) => Object.entries(OTHERS).some(([name, none]) => String(Reflect.get(filters, name)) !== String(none));

/** Who answers around the clock where help is needed, whatever else was asked for. @param {Readonly<Filters>} filters @returns {Partial<Filters>} */
export const urgently = ({ country }) => ({ ...OTHERS, ...UNANSWERED, country, urgent: true });

/** @typedef {{word: string, change: Partial<Filters>}} Way a key of the finder's words, and what to do */

/**
 * What may find more: without each of the answers, with the country and nothing else, without what the questions do not ask.
 * @param {Readonly<Filters>} filters
 * @returns {Way[]}
 */
export function widerWays(filters) {
  const given = /** @type {(keyof typeof UNANSWERED)[]} */ (Object.keys(UNANSWERED)).filter((name) => filters[name].length);
  /** @type {Way[]} */
  const ways = given.map((name) => ({ word: `finder_any_${name}`, change: { [name]: [] } }));
  if (given.length === 3) ways.push({ word: 'finder_country_alone', change: { ...urgently(filters), urgent: false } });
  if (filters.urgent) ways.push({ word: 'finder_any_hour', change: { urgent: false } });
  if (othersInUse(filters)) ways.push({ word: 'finder_no_others', change: OTHERS });
  return ways;
}
