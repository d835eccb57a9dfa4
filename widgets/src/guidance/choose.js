/** Which programmes and trainings a block shows, by the filters its editors chose, in the order of today. Pure. */
import { callState, inCallOrder, inTrainingOrder } from './calls.js';

/** @typedef {import('./records.js').Programme} Programme */
/** @typedef {import('./records.js').Training} Training */
/** @typedef {import('./guidance-data.js').Guidance} Guidance */

/**
 * What tests may ask beside the record.
 * @typedef {{today: string, regions: Guidance['regions']}} Setting
 */

/** @typedef {(record: any, wanted: any[], setting: Setting) => boolean} Passes */

/** @param {readonly string[]} has @param {readonly string[]} wanted */
const anyOf = (has, wanted) => wanted.some((code) => has.includes(code));

/** `es` also finds `es-MX`. @type {Passes} */
const speaks = ({ languages }, wanted) =>
  wanted.some((asked) => languages.some((/** @type {string} */ tag) => tag === asked || tag.startsWith(`${asked}-`)));

/** @type {Passes} */
const isOf = ({ organisation }, wanted) => wanted.includes(organisation.id);

/** @type {Readonly<Record<string, Passes>>} */
const PROGRAMME_TESTS = Object.freeze({
  country: ({ host_countries }, wanted) => anyOf(host_countries, wanted),
  audience: ({ audiences }, wanted) => anyOf(audiences, wanted),
  language: speaks,
  organisation: isOf,
  open: (programme, [wanted], { today }) => (callState(programme, today) === 'open') === wanted,
  family: ({ family_included }, [wanted]) => family_included === wanted,
});

/** @type {Readonly<Record<string, Passes>>} */
const TRAINING_TESTS = Object.freeze({
  // The world has no list of countries; neither has a region in a file that does not say: nobody is left out by mistake.
  country: ({ areas_served }, wanted, { regions }) => areas_served.some((/** @type {string} */ area) =>
    (/^[A-Z]{2}$/.test(area) ? wanted.includes(area) : !regions[area] || anyOf(regions[area], wanted))),
  language: speaks,
  organisation: isOf,
});

/**
 * @param {Guidance} guidance
 * @param {unknown} filters of the block
 * @param {string} today UTC day
 */
export const programmesOf = ({ programmes, regions }, filters, today) =>
  inCallOrder(passing(programmes, filters, PROGRAMME_TESTS, { today, regions }), today);

/**
 * @param {Guidance} guidance
 * @param {unknown} filters of the block
 * @param {string} today UTC day
 */
export const trainingsOf = ({ trainings, regions }, filters, today) =>
  inTrainingOrder(passing(trainings, filters, TRAINING_TESTS, { today, regions }), today);

/**
 * @template T
 * @param {readonly T[]} records
 * @param {any} filters names that are not known, and those without a value, ask for nothing
 * @param {Readonly<Record<string, Passes>>} tests
 * @param {Setting} setting
 */
function passing(records, filters, tests, setting) {
  const asked = Object.entries(tests).flatMap(([name, passes]) => {
    const value = Object.hasOwn(filters ?? {}, name) && filters[name];
    const wanted = Array.isArray(value) ? value : value ? [value] : [];
    return wanted.length ? [{ passes, wanted }] : [];
  });
  return records.filter((record) => asked.every(({ passes, wanted }) => passes(record, wanted, setting)));
}
