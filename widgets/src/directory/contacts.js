/** Channels as readable text and links; the text alone is enough where links are dead (sandboxed frames). */
import { h } from '../shared/dom.js';
import { externalLink } from '../shared/links.js';
import { reach } from './channels.js';
import { label } from './names.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/organisation.js').Organisation} Organisation */
/** @typedef {import('../shared/organisation.js').Contact & {title?: string}} Channel */

/**
 * The channels of a record, and its site, once each.
 * @param {View} view
 * @param {Organisation} o
 * @returns {Channel[]}
 */
export function ownChannels({ strings }, o) {
  const plain = { label: '', languages: [], urgent: false, preferred: false, pgp_fingerprint: '' };
  const sites = [
    { ...plain, kind: 'web_form', value: o.website, title: strings.t('website') },
    { ...plain, kind: 'onion', value: o.onion_url, title: strings.t('onion') },
  ];
  const known = new Set(o.contacts.map(({ value }) => value));
  return [...o.contacts, ...sites.filter(({ value }) => value && !known.has(value))];
}

/**
 * @param {View} view
 * @param {readonly Channel[]} channels
 */
export function contactList(view, channels) {
  return channels.length > 0 && h('ul', { class: 'contacts', 'aria-label': view.strings.t('contact_title') },
    ...channels.map((channel) => contact(view, channel)));
}

/** @param {View} view @param {Channel} channel */
function contact(view, channel) {
  const { strings } = view;
  const { text, href } = reach(channel);
  const value = h('bdi', { class: 'value', text });
  const remarks = [
    channel.label && label(view, 'channel_label', channel.label),
    channel.preferred && strings.t('preferred'),
  ].filter(Boolean);
  return h('li', { class: `contact${channel.urgent ? ' contact-urgent' : ''}` },
    h('span', { class: 'contact-kind', text: channel.title ?? label(view, 'channel', channel.kind) }), ' ',
    href ? externalLink(href, [value], strings.t('new_tab')) : value, ' ',
    remarks.length > 0 && h('span', { class: 'note', text: remarks.join(' · ') }));
}
