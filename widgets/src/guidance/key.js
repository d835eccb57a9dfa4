/** Which section an element asks for. Sections have neutral keys; which ones there are, the published guidance knows. */

/** What is shown when the page does not say which one. */
const FIRST = 'home';

/**
 * @param {string | null} page the attribute
 * @param {(sentence: string) => void} warn
 */
export function keyOf(page, warn) {
  const key = page?.trim().toLowerCase() || FIRST;
  if (/^[a-z][a-z0-9-]{0,99}$/.test(key)) return key;
  warn(`page="${page}" is not the key of a guidance section such as temporary-protection; ${FIRST} is used.`);
  return FIRST;
}
