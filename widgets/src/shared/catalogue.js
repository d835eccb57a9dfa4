/** All organisations of a directory: as columns for filters and the map, and as text for the few that are looked at. */
import { Bits } from './bits.js';
import { readFacts, readOrganisation, readWords } from './organisation.js';
import { createTextStore } from './record-store.js';

/** @typedef {import('./organisation.js').Organisation} Organisation */
/** @typedef {ReturnType<typeof createCatalogue>} Catalogue organisations are numbered 0, 1, 2 … in the order of the file, by name */
/** @typedef {Map<string, Bits>} Column code: the organisations that have it */

/**
 * @typedef {object} Points places that may be drawn, as columns
 * @property {number[]} owners organisations
 * @property {number[]} lngs degrees
 * @property {number[]} lats degrees
 * @property {string[]} cities
 * @property {string[]} precisions how finely each place is shown
 */

export function createCatalogue() {
  const store = createTextStore();
  const columns = {
    roles: column(), services: column(), audiences: column(), areas: column(), languages: column(), seats: column(),
  };
  const [urgent, government, pointed] = [new Bits(), new Bits(), new Bits()];
  /** @type {Points} */
  const points = { owners: [], lngs: [], lats: [], cities: [], precisions: [] };
  /** One string for all organisations of a city. @type {Map<string, string>} */
  const cities = new Map();
  /** Days as numbers such as 20260504, 0 for never. @type {number[]} */
  const verified = [];
  let size = 0;

  /** @param {Column} codes @param {string} code */
  function note(codes, code) {
    let has = codes.get(code);
    if (!has) codes.set(code, has = new Bits());
    has.add(size);
  }

  /** Only what has a point: a place that gives just its country is never drawn as a pin. @param {Organisation['places'][number]} place */
  function notePoint({ precision, lat, lng, city }) {
    if (precision === 'country' || lat === null || lng === null) return;
    if (!cities.has(city)) cities.set(city, city);
    points.owners.push(size);
    points.lngs.push(lng);
    points.lats.push(lat);
    points.cities.push(/** @type {string} */ (cities.get(city)));
    points.precisions.push(precision === 'exact' ? precision : 'city');
    pointed.add(size);
  }

  /** @param {number} at */
  const value = (at) => JSON.parse(store.text(at));

  return {
    columns, points, urgent, government, verified,
    /** Organisations with at least one point. */
    pointed,
    get size() {
      return size;
    },

    /**
     * @param {unknown} record
     * @param {string} text its JSON
     * @returns {boolean} false when it is not readable and left out
     */
    add(record, text) {
      const facts = readFacts(record);
      if (!facts) return false;
      for (const code of facts.roles) note(columns.roles, code);
      for (const code of facts.services) note(columns.services, code);
      for (const code of facts.audiences) note(columns.audiences, code);
      for (const code of facts.areas_served) note(columns.areas, code);
      for (const tag of facts.languages) for (const form of widerForms(tag)) note(columns.languages, form);
      for (const place of facts.places) {
        note(columns.seats, place.country);
        notePoint(place);
      }
      if (facts.urgent_help) urgent.add(size);
      if (facts.is_government) government.add(size);
      verified.push(Number((facts.verified_on ?? '0').replaceAll('-', '')));
      store.add(text);
      size += 1;
      return true;
    },

    /** The whole record. @param {number} at */
    organisation: (at) => /** @type {Organisation} */ (readOrganisation(value(at))),

    /** Only what is searched for words. @param {number} at */
    words: (at) => readWords(value(at)),
  };
}

/** @returns {Column} */
const column = () => new Map();

/** A language is found through each wider form: `es-MX` through `es`. @param {string} tag BCP 47 */
function widerForms(tag) {
  const parts = tag.split('-'); // not the third value of `map`, which old libraries do not give
  return parts.map((_, at) => parts.slice(0, at + 1).join('-'));
}
