/** Programmes, trainings and testimonies of the published guidance, read field by field from an allow-list. */
import {
  AREA, CODE, codes, COUNTRY, day, flag, IDENTIFIER, isReadable, LINE, localised, one, pick, SLUG, TAG, text,
} from '../shared/fields.js';

/** @typedef {import('../shared/fields.js').Read} Read */
/** @typedef {import('../shared/fields.js').Text} Text */
/** @typedef {import('../shared/fields.js').Html} Html */
/** @typedef {{id: string, slug: string, name: string}} Reference */
/** @typedef {{url: string, width: number, height: number, alt: string, alt_lang: string}} Picture */

/**
 * @typedef {object} Common
 * @property {string} id
 * @property {string} name
 * @property {Reference} organisation
 * @property {boolean} sample
 * @property {string[]} languages BCP 47
 * @property {Text | null} summary
 * @property {Html | null} description
 */

/**
 * @typedef {object} ProgrammeFacts
 * @property {string[]} host_countries
 * @property {number | null} stay_months_min
 * @property {number | null} stay_months_max
 * @property {number | null} places_per_year
 * @property {string[]} who_can_apply
 * @property {boolean | null} family_included null: not known
 * @property {boolean | null} children_supported null: not known
 * @property {string[]} audiences
 * @property {string} application_url
 * @property {Html | null} what_it_offers
 * @property {Text | null} nominator_note
 */

/**
 * @typedef {object} TrainingFacts
 * @property {string[]} areas_served ISO alpha-2 codes, region codes, `worldwide`
 * @property {string[]} topics
 * @property {string} mode
 * @property {string} cost
 * @property {string} url
 */

/** @typedef {Common & ProgrammeFacts & import('./calls.js').Call} Programme */
/** @typedef {Common & TrainingFacts & import('./calls.js').Dated} Training */

/**
 * @typedef {object} Testimony
 * @property {string} attribution
 * @property {boolean} is_pseudonym
 * @property {boolean} is_composed
 * @property {boolean} sample
 * @property {Picture | null} picture
 * @property {Text} quote
 * @property {Text | null} context
 */

const ADDRESS = 2000;
const LARGEST = 1_000_000;

/** @type {Read} */
const number = (value) => (Number.isInteger(value) && value > 0 && value < LARGEST ? value : null);

/** @type {Read} */
const perhaps = (value) => (typeof value === 'boolean' ? value : null);

/** @type {Read} */
const reference = (value) => pick({ id: one(IDENTIFIER), slug: one(SLUG), name: text(LINE) }, value ?? {});

const COMMON = {
  id: one(IDENTIFIER), name: text(LINE), organisation: reference, sample: flag, languages: codes(TAG),
  summary: localised('text'), description: localised('html'),
};

const PROGRAMME = {
  ...COMMON,
  host_countries: codes(COUNTRY), stay_months_min: number, stay_months_max: number, places_per_year: number,
  who_can_apply: codes(CODE), call_opens: day, call_closes: day, is_rolling: flag, family_included: perhaps,
  children_supported: perhaps, audiences: codes(CODE), application_url: text(ADDRESS), what_it_offers: localised('html'),
  nominator_note: localised('text'),
};

const TRAINING = {
  ...COMMON,
  areas_served: codes(AREA), topics: codes(CODE), mode: one(CODE), cost: one(CODE), starts_on: day, ends_on: day,
  on_request: flag, url: text(ADDRESS),
};

const PICTURE = { url: text(ADDRESS), width: number, height: number, alt: text(LINE), alt_lang: one(TAG) };

/** @param {any} value @returns {Picture | null} null without an address or a size */
export function readPicture(value) {
  const picture = /** @type {any} */ (pick(PICTURE, value ?? {}));
  return /^https?:\/\//.test(picture.url) && picture.width && picture.height ? picture : null;
}

const TESTIMONY = {
  attribution: text(LINE), is_pseudonym: flag, is_composed: flag, sample: flag, picture: readPicture,
  quote: localised('text'), context: localised('text'),
};

/** @param {any} value @returns {Programme | null} null when it is not readable */
export const readProgramme = (value) => (isReadable(value) ? /** @type {any} */ (pick(PROGRAMME, value)) : null);

/** @param {any} value @returns {Training | null} null when it is not readable */
export const readTraining = (value) => (isReadable(value) ? /** @type {any} */ (pick(TRAINING, value)) : null);

/** @param {any} value @returns {Testimony | null} null without a quote */
export function readTestimony(value) {
  const testimony = /** @type {any} */ (pick(TESTIMONY, value ?? {}));
  return testimony.quote ? testimony : null;
}
