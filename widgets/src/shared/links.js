/** Which addresses may become links, and how: no script, no referrer, no opener. */
import { h } from './dom.js';

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'geo:']);

/**
 * The address when its scheme is allowed, else ''. Only absolute addresses: nothing points into the partner's site.
 * @param {string} address
 */
export function safeHref(address) {
  try {
    const url = new URL(address.trim());
    return SCHEMES.has(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

/**
 * @param {string} href already checked by `safeHref`
 * @param {(Node | string)[]} children
 * @param {string} newTab words for screen readers, for addresses that open another tab
 */
export function externalLink(href, children, newTab) {
  const web = /^https?:/.test(href);
  return h('a', { href, rel: 'noreferrer noopener', target: web ? '_blank' : null, referrerpolicy: 'no-referrer' },
    ...children, web && h('span', { class: 'sr-only', text: ` (${newTab})` }));
}
