/** Where the quick exit leads: a page that nobody needs to explain. Pure. */

/** @param {string} lang */
const WIKIPEDIA = (lang) => `https://${lang}.wikipedia.org/`;

/**
 * @param {string | null} wanted what a partner chose instead: an https address
 * @param {string} lang
 * @param {(sentence: string) => void} warn
 * @returns {string} without a fragment: it could tell where somebody came from
 */
export function destination(wanted, lang, warn) {
  if (wanted === null) return WIKIPEDIA(lang);
  try {
    const url = new URL(wanted.trim());
    url.hash = '';
    if (url.protocol === 'https:' && !url.username && !url.password) return url.href;
  } catch {
    // not an address at all: the same sentence
  }
  warn(`exit-to="${wanted}" is not a whole https address; Wikipedia is used.`);
  return WIKIPEDIA(lang);
}
