/** `guidance.<lang>.json`: downloaded once per page and language, checked by allow-list. */
import { DataError, checkHeader, fromFirst, isObject } from '../shared/data.js';
import { downloadJson } from '../shared/download.js';
import { LINE, one, TAG, text } from '../shared/fields.js';
import { readLabels, readLicence, readRegions } from '../shared/file-terms.js';
import { readProgramme, readTestimony, readTraining } from './records.js';

/**
 * @typedef {object} Section a page of the guidance; its blocks are looked at one by one when they are drawn
 * @property {string} title
 * @property {string} introduction
 * @property {unknown[]} body
 * @property {string} lang the language it is written in
 * @property {string} url
 * @property {boolean} is_sample
 */

/**
 * @typedef {object} Guidance
 * @property {string} as_of UTC day
 * @property {{name: string, url: string} | null} licence
 * @property {Record<string, Record<string, string>>} labels kind: code: label
 * @property {Record<string, string[]>} regions region code: ISO alpha-2 codes; empty in a file that does not say
 * @property {Map<string, Section>} pages by their neutral keys
 * @property {import('./records.js').Programme[]} programmes
 * @property {import('./records.js').Training[]} trainings
 * @property {import('./records.js').Testimony[]} testimonies
 */

const LIMIT = 4 * 1024 * 1024;
const INTRODUCTION = 5_000;

/** @type {Map<string, Promise<Guidance>>} */
const underway = new Map();

/**
 * @param {readonly string[]} folders see `dataFolders`
 * @param {string} lang
 * @param {AbortSignal} [signal]
 * @returns {Promise<Guidance>}
 * @throws {DataError}
 */
export async function fetchGuidance(folders, lang, signal) {
  const key = [lang, ...folders].join(' ');
  let shared = underway.get(key);
  if (!shared) {
    // Shared by all widgets of the page, so one that leaves does not abort it for the others.
    shared = fromFirst(folders, async (folder, limits) =>
      readGuidance(await downloadJson(`${folder}guidance.${lang}.json`, { limit: LIMIT, ...limits }), lang));
    underway.set(key, shared);
    const forget = () => underway.delete(key);
    shared.then(() => setTimeout(forget, 1000), forget); // a failure is not remembered: who asks again means it
  }
  const guidance = await shared;
  signal?.throwIfAborted();
  return guidance;
}

/**
 * Keeps what is known and well-formed; single bad sections and records are left out.
 * @param {any} file
 * @param {string} lang
 * @returns {Guidance}
 * @throws {DataError}
 */
export function readGuidance(file, lang) {
  const name = `guidance.${lang}.json`;
  checkHeader(file, name);
  if (file.lang !== lang) throw new DataError('shape', `${name} is in "${file.lang}".`);
  if (!isObject(file.pages) || !isObject(file.labels)) throw new DataError('shape', `${name} lacks its pages or labels.`);
  return {
    as_of: file.as_of,
    licence: readLicence(file.licence),
    labels: readLabels(file.labels),
    regions: readRegions(isObject(file.regions) ? file.regions : {}),
    pages: readPages(file.pages),
    programmes: readAll(file.programmes, readProgramme),
    trainings: readAll(file.trainings, readTraining),
    testimonies: readAll(file.testimonies, readTestimony),
  };
}

/** @param {Record<string, any>} pages */
function readPages(pages) {
  /** @type {Map<string, Section>} */
  const read = new Map();
  for (const [key, page] of Object.entries(pages)) {
    if (!isObject(page) || typeof page.title !== 'string' || !Array.isArray(page.body)) continue;
    read.set(key, {
      title: text(LINE)(page.title), introduction: text(INTRODUCTION)(page.introduction), body: page.body,
      lang: one(TAG)(page.lang), url: text(LINE)(page.url), is_sample: page.is_sample === true,
    });
  }
  return read;
}

/** @template T @param {unknown} list @param {(value: any) => T | null} read @returns {T[]} */
const readAll = (list, read) => (Array.isArray(list) ? list.map(read).filter((one) => one !== null) : []);
