/** Words of the record: one small module per language. */

/** @typedef {import('../../shared/strings.js').Strings} Strings */
/** @typedef {import('../../shared/strings.js').Words} Words */

/** @type {Readonly<Record<import('../../shared/languages.js').Lang, () => Promise<{default: Words}>>>} */
const WORDS = Object.freeze({
  es: () => import('./strings/es.js'),
  eu: () => import('./strings/eu.js'),
  en: () => import('./strings/en.js'),
  fr: () => import('./strings/fr.js'),
  ar: () => import('./strings/ar.js'),
});

/** @param {Strings} strings */
export async function teachRecordWords(strings) {
  strings.learn((await WORDS[strings.lang]()).default);
}
