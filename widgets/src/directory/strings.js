/** Words of the directory: one small module per language, loaded beside the data. */

/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {import('../shared/strings.js').Words} Words */

/** @type {Readonly<Record<import('../shared/languages.js').Lang, () => Promise<{default: Words}>>>} */
const WORDS = Object.freeze({
  es: () => import('./strings/es.js'),
  eu: () => import('./strings/eu.js'),
  en: () => import('./strings/en.js'),
  fr: () => import('./strings/fr.js'),
  ar: () => import('./strings/ar.js'),
});

/**
 * Teaches a widget's strings all the directory needs, names of countries and languages included.
 * @param {Strings} strings
 */
export async function teachDirectoryWords(strings) {
  const [words] = await Promise.all([WORDS[strings.lang](), strings.completeNames()]);
  strings.learn(words.default);
}
