/** How to reach an organisation: each kind of channel as readable text and, where it is safe, a link. */
import { safeHref } from '../shared/links.js';

/** @typedef {import('../shared/organisation.js').Contact} Contact */
/** @typedef {{text: string, href: string}} Reach `href` is '' for text alone */

const PHONE = /^\+?[\d\s().-]{3,30}$/;

/** @param {string} value */
const digits = (value) => value.replace(/[^\d+]/g, '');

/** @param {string} value */
const readableUrl = (value) => value.trim().replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');

/** @param {RegExp} wanted @returns {(value: string) => Reach} */
const web = (wanted = /^https:\/\//i) => (value) => ({
  text: readableUrl(value), href: wanted.test(value.trim()) ? safeHref(value) : '',
});

/** @param {(number: string) => string} address */
const number = (address) => (/** @type {string} */ value) => ({
  text: value.trim(), href: PHONE.test(value.trim()) ? safeHref(address(digits(value))) : '',
});

/**
 * An application that knows numbers, or gives its own https address.
 * @param {(number: string) => string} address
 */
const messenger = (address) => (/** @type {string} */ value) =>
  (/^https:\/\//i.test(value.trim()) ? web()(value) : number(address)(value));

/** @type {Readonly<Record<string, (value: string) => Reach>>} */
const KINDS = Object.freeze({
  web_form: web(/^https?:\/\//i),
  encrypted_form: web(),
  onion: web(/^https?:\/\/[a-z2-7]{16,56}\.onion(?:[:/?#]|$)/i),
  email: (value) => ({
    text: value.trim(), href: /^[^\s@<>"?&]+@[^\s@<>"?&]+$/.test(value.trim()) ? safeHref(`mailto:${value.trim()}`) : '',
  }),
  phone: number((to) => `tel:${to}`),
  hotline: number((to) => `tel:${to}`),
  sms: number((to) => `sms:${to}`),
  signal: messenger((to) => `https://signal.me/#p/${to}`),
  whatsapp: messenger((to) => `https://wa.me/${to.replace('+', '')}`),
  telegram: (value) => {
    const name = /^@?([a-z]\w{4,31})$/i.exec(value.trim());
    return name ? { text: `@${name[1]}`, href: `https://t.me/${name[1]}` } : messenger((to) => `https://t.me/${to}`)(value);
  },
  postal: (value) => ({ text: value.trim(), href: '' }),
});

/**
 * @param {Pick<Contact, 'kind' | 'value'>} contact
 * @returns {Reach}
 */
export function reach({ kind, value }) {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind](value) : { text: value, href: '' };
}

/**
 * Urgent ones first, then the preferred ones, else in the order of the editors.
 * @param {readonly Contact[]} contacts
 */
export const byUrgency = (contacts) =>
  [...contacts].sort((a, b) => Number(b.urgent) - Number(a.urgent) || Number(b.preferred) - Number(a.preferred));
