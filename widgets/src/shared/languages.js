/** The interface languages and how a language tag that a page declares finds one of them. */

/** @typedef {'es' | 'eu' | 'en' | 'fr' | 'ar'} Lang */

/** @type {readonly Lang[]} */
export const LANGUAGES = Object.freeze(['es', 'eu', 'en', 'fr', 'ar']);

/** Languages whose readers are likelier to read Spanish than English. */
const NEAR_SPANISH = new Set(['ca', 'gl', 'pt', 'an', 'ast', 'oc', 'it', 'qu', 'gn', 'ay', 'nah']);

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv']);

/** @param {string} tag */
const primary = (tag) => tag.trim().toLowerCase().split(/[-_]/)[0];

/**
 * The interface language for a requested tag; `exact` is false when the reader gets another language than asked for.
 * @param {string | null | undefined} tag BCP 47, empty when the page says nothing
 * @returns {{lang: Lang, exact: boolean}}
 */
export function nearestLanguage(tag) {
  const wanted = primary(tag || '');
  if (!wanted) return { lang: 'es', exact: true };
  const found = LANGUAGES.find((lang) => lang === wanted);
  if (found) return { lang: found, exact: true };
  return { lang: NEAR_SPANISH.has(wanted) ? 'es' : 'en', exact: false };
}

/**
 * Writing direction of a language tag.
 * @param {string} tag
 * @returns {'ltr' | 'rtl'}
 */
export const direction = (tag) => (RIGHT_TO_LEFT.has(primary(tag)) ? 'rtl' : 'ltr');
