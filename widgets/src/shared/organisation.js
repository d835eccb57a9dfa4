/** One record of the published directory, read field by field from an allow-list. */
import {
  AREA, CODE, codes, COUNTRY, day, flag, IDENTIFIER, isReadable, LINE, localised, MANY, one, pick, SLUG, TAG, text,
} from './fields.js';

/** @typedef {import('./fields.js').Read} Read */
/** @typedef {import('./fields.js').Text} Text */
/** @typedef {import('./fields.js').Html} Html */
/** @typedef {{kind: string, value: string, label: string, languages: string[], urgent: boolean, preferred: boolean, pgp_fingerprint: string}} Contact */
/** @typedef {{precision: string, country: string, city: string, lat: number | null, lng: number | null, is_seat: boolean}} Place */

/**
 * @typedef {object} Organisation
 * @property {string} id
 * @property {string} slug
 * @property {string} name
 * @property {string} alternate_name
 * @property {string} acronym
 * @property {string} website
 * @property {string} onion_url
 * @property {string} organisation_type
 * @property {boolean} is_government
 * @property {boolean} sample
 * @property {string[]} roles
 * @property {string[]} services
 * @property {string[]} audiences
 * @property {string[]} areas_served ISO alpha-2 codes, region codes, `worldwide`
 * @property {string[]} languages BCP 47
 * @property {boolean} urgent_help
 * @property {string} response_time
 * @property {string} intake_status
 * @property {Text | null} summary
 * @property {Html | null} description
 * @property {Html | null} how_to_ask_for_help
 * @property {Text | null} hours
 * @property {Contact[]} contacts
 * @property {Place[]} places
 * @property {string | null} verified_on UTC day
 * @property {string | null} review_due UTC day
 */

/** @param {number} limit */
const degrees = (limit) => /** @type {Read} */ (value) =>
  (typeof value === 'number' && Math.abs(value) <= limit ? value : null);

/** @param {Record<string, Read>} fields @param {string} needed a field without which the entry is dropped */
const rows = (fields, needed) => /** @type {Read} */ (value) =>
  (Array.isArray(value) ? value.slice(0, MANY).filter((row) => row && typeof row === 'object')
    .map((row) => pick(fields, row)).filter((row) => row[needed]) : []);

const CONTACT = {
  kind: one(CODE), value: text(LINE), label: one(CODE), languages: codes(TAG), urgent: flag, preferred: flag, pgp_fingerprint: text(80),
};

const PLACE = { precision: one(CODE), country: one(COUNTRY), city: text(LINE), lat: degrees(90), lng: degrees(180), is_seat: flag };

/** @type {Readonly<Record<keyof Organisation, Read>>} */
const FIELDS = Object.freeze({
  id: one(IDENTIFIER),
  slug: one(SLUG),
  name: text(LINE),
  alternate_name: text(LINE),
  acronym: text(100),
  website: text(2000),
  onion_url: text(2000),
  organisation_type: one(CODE),
  is_government: flag,
  sample: flag,
  roles: codes(CODE),
  services: codes(CODE),
  audiences: codes(CODE),
  areas_served: codes(AREA),
  languages: codes(TAG),
  urgent_help: flag,
  response_time: one(CODE),
  intake_status: one(CODE),
  summary: localised('text'),
  description: localised('html'),
  how_to_ask_for_help: localised('html'),
  hours: localised('text'),
  contacts: rows(CONTACT, 'value'),
  places: rows(PLACE, 'country'),
  verified_on: day,
  review_due: day,
});

/** @param {readonly (keyof Organisation)[]} names */
const some = (names) => Object.fromEntries(names.map((name) => [name, FIELDS[name]]));

/** What filters and the map ask of every record; the rest is read when somebody looks at it. */
const FACTS = some(['roles', 'services', 'audiences', 'areas_served', 'languages', 'urgent_help', 'is_government', 'places', 'verified_on']);

/** What is searched for words, and for the address. */
const WORDS = some(['slug', 'name', 'alternate_name', 'acronym', 'areas_served', 'summary']);

/**
 * @param {any} value
 * @returns {Organisation | null} null when it is not readable
 */
export const readOrganisation = (value) =>
  (isReadable(value) ? /** @type {Organisation} */ (/** @type {unknown} */ (pick(FIELDS, value))) : null);

/**
 * @param {any} value
 * @returns {Pick<Organisation, 'roles' | 'services' | 'audiences' | 'areas_served' | 'languages' | 'urgent_help' | 'is_government' | 'places' | 'verified_on'> | null}
 */
export const readFacts = (value) => (isReadable(value) ? /** @type {any} */ (pick(FACTS, value)) : null);

/** @param {any} value @returns {Pick<Organisation, 'slug' | 'name' | 'alternate_name' | 'acronym' | 'areas_served' | 'summary'>} */
export const readWords = (value) => /** @type {any} */ (pick(WORDS, value));
