/** `directory.<lang>.json`: downloaded once per page and language, checked by allow-list. */
import { readLabels, readLicence, readRegions } from './file-terms.js';
import { createCatalogue } from './catalogue.js';
import { DataError, checkHeader, fromFirst, isObject } from './data.js';
import { downloadText } from './download.js';
import { takeApart } from './record-pieces.js';
import { createPace } from './turns.js';

/**
 * @typedef {object} Directory
 * @property {string} as_of UTC day
 * @property {string} lang
 * @property {{name: string, url: string} | null} licence
 * @property {string} corrections where to tell of a mistake, as the file says it: an e-mail or https address, '' for none
 * @property {Record<string, Record<string, string>>} labels kind: code: label, in display order
 * @property {Record<string, string[]>} regions region code: ISO alpha-2 codes
 * @property {import('./catalogue.js').Catalogue} catalogue the organisations
 */

const LIMIT = 32 * 1024 * 1024;

/** @type {Map<string, Promise<Directory>>} */
const underway = new Map();

/**
 * @param {readonly string[]} folders see `dataFolders`
 * @param {string} lang
 * @param {AbortSignal} [signal]
 * @returns {Promise<Directory>}
 * @throws {DataError}
 */
export async function fetchDirectory(folders, lang, signal) {
  const key = [lang, ...folders].sort().join(' ');
  let shared = underway.get(key);
  if (!shared) {
    // Shared by all widgets of the page, so one that leaves does not abort it for the others.
    shared = fromFirst(folders, async (folder, limits) =>
      readDirectory(downloadText(`${folder}directory.${lang}.json`, { limit: LIMIT, ...limits }), lang));
    underway.set(key, shared);
    const forget = () => underway.delete(key);
    shared.then(() => setTimeout(forget, 1000), forget); // a failure is not remembered: who asks again means it
  }
  const directory = await shared;
  signal?.throwIfAborted();
  return directory;
}

/**
 * Reads a directory while it arrives; keeps what is known and well-formed, single bad records are left out.
 * @param {AsyncIterable<string>} texts the file in pieces
 * @param {string} lang
 * @returns {Promise<Directory>}
 * @throws {DataError}
 */
export async function readDirectory(texts, lang) {
  const name = `directory.${lang}.json`;
  const catalogue = createCatalogue();
  const pace = createPace();
  let lost = 0;
  const file = /** @type {any} */ (await takeApart(texts, (record, text) => {
    if (!catalogue.add(record, text)) lost += 1;
    return pace.due() ? pace.turn() : undefined;
  }, name));
  checkHeader(file, name);
  if (file.lang !== lang) throw new DataError('shape', `${name} is in "${file.lang}".`);
  if (!Array.isArray(file.organisations) || !isObject(file.labels) || !isObject(file.regions)) {
    throw new DataError('shape', `${name} lacks its organisations, labels or regions.`);
  }
  if (lost > 0 && catalogue.size === 0) throw new DataError('shape', `${name} has no readable organisation.`);
  if (lost > 0) console.warn(`defenders: ${lost} unreadable records of ${name} are left out.`);
  return {
    as_of: file.as_of, lang, catalogue, corrections: String(file.corrections ?? ''),
    licence: readLicence(file.licence), labels: readLabels(file.labels), regions: readRegions(file.regions),
  };
}
