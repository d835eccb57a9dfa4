/** How to reach an organisation: each kind of channel as readable text and, where it is safe, a link. */
import { safeHref } from '../../shared/links.js';
import { inSafeOrder } from './order.js';

/** @typedef {import('../directory.js').View} View */
/** @typedef {import('../../shared/organisation.js').Contact} Contact */
/** @typedef {Contact & {title?: string}} Channel */
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
  website: web(/^https?:\/\//i),
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
 * The channels of an organisation in a safe order, and its site, once each.
 * @param {View} view
 * @param {import('../../shared/organisation.js').Organisation} o
 * @returns {Channel[]}
 */
export function channelsOf({ strings }, { contacts, website, onion_url }) {
  const plain = { label: '', languages: [], urgent: false, preferred: false, pgp_fingerprint: '' };
  const sites = [
    { ...plain, kind: 'website', value: website, title: strings.t('website') },
    { ...plain, kind: 'onion', value: onion_url, title: strings.t('onion') },
  ];
  const known = new Set(contacts.map(({ value }) => value));
  return inSafeOrder([...contacts, ...sites.filter(({ value }) => value && !known.has(value))]);
}
