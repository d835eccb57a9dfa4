/**
 * Asks for the map's first file as soon as this module runs, before the rest of the script: on a slow phone the map is
 * prepared while the answer is on its way. Whoever downloads the same address first gets this answer.
 */

/** As far from the screen as the elements start. */
const NEAR = 300; // pixels

/** No map is worth waiting longer for its first kilobyte. */
const PATIENCE = 20_000; // ms

/** The same where other hosts wait to be asked. */
const PATIENCE_WITH_MIRRORS = 10_000; // ms

/** @type {Map<string, Promise<Response>>} */
const asked = new Map();

/**
 * Neither sends a cookie; on another origin `same-origin` is what `<link rel="preload" as="fetch" crossorigin>` asks
 * with, and only the same way of asking is answered by what the page preloaded.
 * @param {string} url
 * @returns {RequestInit}
 */
export const politely = (url) => ({
  credentials: new URL(url).origin === globalThis.location?.origin ? 'omit' : 'same-origin',
  referrerPolicy: 'no-referrer',
  redirect: 'error',
});

/** @param {string} url @returns {Promise<Response> | undefined} the answer asked for ahead, once */
export function takeAhead(url) {
  const answer = asked.get(url);
  asked.delete(url);
  return answer;
}

/** Asks for the overview when a map that uses this host's files is near the screen. */
export function askAhead() {
  const map = document.querySelector('defenders-map:not([src])');
  if (!map || customElements.get(map.localName) || map.getBoundingClientRect().top > innerHeight + NEAR) return;
  const url = new URL('../../published/v1/overview.json', import.meta.url).href;
  const patience = map.hasAttribute('mirrors') ? PATIENCE_WITH_MIRRORS : PATIENCE;
  const answer = fetch(url, { ...politely(url), signal: AbortSignal.timeout(patience) });
  answer.catch(() => {}); // told to whoever takes it
  asked.set(url, answer);
}
