/** Where the published files are, and `overview.json`. The directory has its own file, loaded after the first paint. */
import { DataError, downloadJson } from './download.js';

export { DataError, network } from './download.js';

/** Version of the published files that this code reads. */
export const SCHEMA_VERSION = 1;

const OVERVIEW_LIMIT = 512 * 1024;

/** No bytes for this long (ms): a slow phone is slow, but it does not stand still. */
const STALL = 20_000;

/** The same where there are other hosts to ask. */
const STALL_WITH_MIRRORS = 10_000;

/** For one file from whichever host (ms): somebody may send a byte every second for ever. */
const PATIENCE = 180_000;

/** Built modules lie in /widgets/v1/ and the files in /published/v1/ of the same host. */
const HOME = new URL('../../published/v1/', import.meta.url).href;

/**
 * Folders to try, in order.
 * @param {{src: string, mirrors: readonly string[]}} options
 */
export const dataFolders = ({ src, mirrors }) => [...new Set([src || HOME, ...mirrors])];

/** What failed since the page was opened is asked last. @type {Set<string>} */
const failed = new Set();

/** The folders in the order in which they are worth asking now. @param {readonly string[]} folders */
export const inOrder = (folders) => [...folders].sort((a, b) => +failed.has(a) - +failed.has(b));

/**
 * Tries one folder after the other until one gives a usable file, each once.
 * @template T
 * @param {readonly string[]} folders
 * @param {(folder: string, limits: import('./download.js').TimeLimits) => Promise<T>} read
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export async function fromFirst(folders, read, signal) {
  const limits = { until: performance.now() + PATIENCE, stall: folders.length > 1 ? STALL_WITH_MIRRORS : STALL };
  /** @type {unknown} */
  let first;
  for (const folder of inOrder(folders)) {
    try {
      return await read(folder, limits);
    } catch (error) {
      if (signal?.aborted) throw error;
      if (folders.length > 1) console.warn(`defenders: ${error}`);
      failed.add(folder);
      first ??= error;
    }
  }
  throw first;
}

/** @typedef {[lng: number, lat: number, count: number]} Cluster */

/**
 * @typedef {object} Overview
 * @property {string} as_of UTC day
 * @property {number} total
 * @property {number} worldwide organisations that serve the whole world
 * @property {Map<string, {direct: number, region: number}>} countries by ISO alpha-2
 * @property {Record<'1' | '2' | '3', Cluster[]>} clusters by zoom
 */

/**
 * Country counts and ready-made clusters: all that a first marker needs.
 * @param {readonly string[]} folders see `dataFolders`
 * @param {AbortSignal} [signal]
 * @returns {Promise<Overview>}
 */
export const fetchOverview = (folders, signal) =>
  fromFirst(folders, async (folder, limits) =>
    readOverview(await downloadJson(`${folder}overview.json`, { limit: OVERVIEW_LIMIT, signal, ...limits })), signal);

/** @param {unknown} value */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The header that every file carries.
 * @param {any} file
 * @param {string} name
 */
export function checkHeader(file, name) {
  if (!isObject(file)) throw new DataError('shape', `${name} is not an object.`);
  if (file.schema_version !== SCHEMA_VERSION) {
    throw new DataError('version', `${name} has schema version ${file.schema_version}.`);
  }
  if (typeof file.as_of !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(file.as_of)) {
    throw new DataError('shape', `${name} does not say its day.`);
  }
}

/** @param {unknown} value */
const count = (value) => (Number.isInteger(value) && Number(value) >= 0 ? Number(value) : 0);

/** @param {unknown} value */
const isCluster = (value) =>
  Array.isArray(value) && value.length === 3 && value.every(Number.isFinite)
  && Math.abs(value[0]) <= 180 && Math.abs(value[1]) <= 90 && Number.isInteger(value[2]) && value[2] > 0;

/**
 * Keeps what is known and well-formed.
 * @param {any} file
 * @returns {Overview}
 * @throws {DataError}
 */
export function readOverview(file) {
  checkHeader(file, 'overview.json');
  if (!Number.isInteger(file.total) || !isObject(file.countries) || !isObject(file.clusters)) {
    throw new DataError('shape', 'overview.json lacks its totals, countries or clusters.');
  }
  const countries = new Map();
  for (const [code, counts] of Object.entries(file.countries)) {
    if (/^[A-Z]{2}$/.test(code) && isObject(counts)) {
      countries.set(code, { direct: count(/** @type {any} */ (counts).direct), region: count(/** @type {any} */ (counts).region) });
    }
  }
  /** @param {string} zoom */
  const clusters = (zoom) => (Array.isArray(file.clusters[zoom]) ? file.clusters[zoom].filter(isCluster) : []);
  return {
    as_of: file.as_of, total: count(file.total), worldwide: count(file.worldwide), countries,
    clusters: { 1: clusters('1'), 2: clusters('2'), 3: clusters('3') },
  };
}
