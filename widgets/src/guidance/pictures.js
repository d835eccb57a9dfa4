/** Pictures only from hosts that are asked anyhow: no other one hears of the visitor. */
import { h } from '../shared/dom.js';
import { spokenIn, wayOut } from './texts.js';

/** @typedef {import('./section.js').View} View */
/** @typedef {import('./records.js').Picture} Picture */

/** Of this script. */
const OWN = new URL(import.meta.url).origin;

/**
 * @param {View} view
 * @param {Picture} picture
 * @param {string} lang of its words
 */
export function pictureOf(view, { url, width, height, alt }, lang) {
  const address = new URL(url);
  const words = () => wayOut(view, address.href, [alt || view.strings.t('picture')]);
  const { src } = view.options;
  const asked = address.origin === OWN || (src !== '' && address.origin === new URL(src).origin);
  if (!asked) return h('p', { class: 'note', ...spokenIn(lang) }, words());
  const image = h('img', {
    width, height, alt, ...spokenIn(lang), loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer',
    // The partner's policy may forbid pictures, and files go missing.
    on: { error: () => image.replaceWith(words()) },
    src: address.href,
  });
  return image;
}
