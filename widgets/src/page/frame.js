/**
 * How an embed page speaks to the page that frames it. Pure.
 *
 * Source of the protocol with a secret: WordPress, wp-includes/js/wp-embed.js. Without a secret anybody who frames us
 * may listen to `{defenders: 'height', height}`; a height in CSS pixels gives nothing away.
 */

/**
 * The secret that WordPress put into the address; '' without one.
 * @param {string} hash
 */
export const secretIn = (hash) => /[?&]secret=([A-Za-z0-9]+)/.exec(hash)?.[1] ?? '';

/**
 * What to say about the height.
 * @param {number} height CSS pixels
 * @param {string} secret
 * @returns {object[]}
 */
export function heightMessages(height, secret) {
  const value = Math.ceil(height);
  const ours = { defenders: 'height', height: value };
  return secret ? [ours, { message: 'height', value, secret }] : [ours];
}

/**
 * Whether a message is WordPress asking for the height.
 * @param {unknown} data
 * @param {string} secret
 */
export function asksForHeight(data, secret) {
  const asked = /** @type {{message?: unknown, secret?: unknown} | null} */ (typeof data === 'object' ? data : null);
  return Boolean(secret) && asked?.message === 'ready' && asked.secret === secret;
}

/**
 * The address a click goes to when WordPress has to be asked to go there; null where the browser does what it would.
 * @param {{button: number, ctrlKey: boolean, metaKey: boolean, shiftKey: boolean, altKey: boolean, defaultPrevented: boolean}} click
 * @param {{href: string, target: string} | undefined} link
 * @param {string} here
 */
export function addressToAskFor(click, link, here) {
  const another = click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
  if (!link || another || click.defaultPrevented || (link.target && link.target !== '_self')) return null;
  const [to, from] = [new URL(link.href), new URL(here)];
  const same = to.origin === from.origin;
  const inside = same && to.pathname === from.pathname && to.search === from.search;
  return same && !inside ? to.href : null;
}
