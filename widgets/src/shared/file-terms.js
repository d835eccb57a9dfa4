/** What published files say beside their records: licence, labels of codes, countries of regions. */
import { isObject } from './data.js';
import { text } from './fields.js';

const label = text(200);

/** @param {any} value */
export function readLicence(value) {
  if (!isObject(value) || typeof value.name !== 'string' || !/^https:\/\//.test(value.url)) return null;
  return { name: value.name, url: String(value.url) };
}

/** @param {any} kinds */
export function readLabels(kinds) {
  /** @type {Record<string, Record<string, string>>} */
  const labels = Object.create(null);
  for (const [kind, table] of Object.entries(kinds)) {
    if (!isObject(table)) continue;
    labels[kind] = Object.create(null);
    for (const [code, words] of Object.entries(/** @type {object} */ (table))) {
      if (typeof words === 'string') labels[kind][code] = label(words);
    }
  }
  return labels;
}

/** @param {any} table */
export function readRegions(table) {
  /** @type {Record<string, string[]>} */
  const regions = Object.create(null);
  for (const [code, countries] of Object.entries(table)) {
    if (Array.isArray(countries)) regions[code] = countries.filter((country) => /^[A-Z]{2}$/.test(country));
  }
  return regions;
}
