/**
 * Which files of the widgets stay although newer ones exist. Pure: dates are days such as "2026-11-23" (UTC).
 *
 * Partners may pin a module by its integrity hash. What a release gave out is served for twelve months after the day on
 * which the next release took its place, and dropped by hand after thirteen. A module imports other hashed ones, so a
 * release is kept as a whole; files that releases share lie in the folder once. Builds between two releases are not kept.
 */
import { createHash } from 'node:crypto';

const KEPT_MONTHS = 13;

/**
 * @typedef {object} Release
 * @property {string} version
 * @property {string} released_on
 * @property {string | null} superseded_on the day of the next release
 * @property {Record<string, string>} modules name: file
 * @property {Record<string, string>} files file: integrity; all that have a hash in their names
 */

const HASHED = /\.[0-9a-f]{10}\.\w+$/;

/** @param {Release[]} released */
export const keptFiles = (released) => new Set(released.flatMap(({ files }) => Object.keys(files)));

/**
 * @param {Release[]} released oldest first
 * @param {string} version
 * @param {string} today
 * @param {Map<string, Uint8Array>} built file: content
 * @param {Record<string, {file: string}>} manifest
 * @returns {Release[]}
 * @throws {Error} when this version was released with other files
 */
export function withRelease(released, version, today, built, manifest) {
  const files = Object.fromEntries([...built].filter(([file]) => HASHED.test(file)).map(([file, content]) => [file, integrityOf(content)]));
  const modules = Object.fromEntries(Object.entries(manifest).filter(([, { file }]) => file in files).map(([name, { file }]) => [name, file]));
  const same = released.find((release) => release.version === version);
  if (same) {
    if (JSON.stringify(same.files) === JSON.stringify(files)) return released;
    throw new Error(`Version ${version} was released with other files: raise the version in package.json and pyproject.toml.`);
  }
  return [
    ...released.map((release) => ({ ...release, superseded_on: release.superseded_on ?? today })),
    { version, released_on: today, superseded_on: null, modules, files },
  ];
}

/**
 * @param {Release[]} released
 * @param {string} today
 */
export const withoutExpired = (released, today) =>
  released.filter(({ superseded_on: day }) => !day || monthsLater(day, KEPT_MONTHS) > today);

/**
 * What is wrong with the kept releases: a file that is missing or altered, or one that imports what is not kept with it.
 * @param {Release[]} released
 * @param {Map<string, Uint8Array>} present what lies in the folder
 * @returns {string[]} sentences without their end
 */
export function brokenSets(released, present) {
  const found = [];
  for (const { version, files } of released) {
    for (const [file, integrity] of Object.entries(files)) {
      const content = present.get(file);
      if (!content) found.push(`${file} of release ${version} is missing`);
      else if (integrityOf(content) !== integrity) found.push(`${file} of release ${version} was altered`);
      else for (const other of imported(content)) if (!(other in files)) found.push(`${file} of release ${version} imports ${other}`);
    }
  }
  return found;
}

/** @param {Uint8Array} content */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** @param {Uint8Array} content */
const imported = (content) =>
  [...Buffer.from(content).toString('utf8').matchAll(/\bimport\("\.\/([^"]+)"\)/g)].map(([, file]) => file);

/**
 * @param {string} day
 * @param {number} months
 */
function monthsLater(day, months) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
