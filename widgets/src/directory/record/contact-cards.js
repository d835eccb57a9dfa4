/** Every channel of a record, with all that is to be known before using it. */
import { h } from '../../shared/dom.js';
import { externalLink } from '../../shared/links.js';
import { label } from '../names.js';
import { reach } from './channels.js';

/** @typedef {import('../directory.js').View} View */
/** @typedef {import('./channels.js').Channel} Channel */

/** @param {View} view @param {readonly Channel[]} channels */
export const contactCards = (view, channels) =>
  channels.length > 0 && h('ul', { class: 'contacts', 'aria-label': view.strings.t('contact_title') },
    ...channels.map((channel) => contactCard(view, channel)));

/** @param {View} view @param {Channel} channel */
function contactCard(view, channel) {
  const { strings } = view;
  const { text, href } = reach(channel);
  const value = h('bdi', { class: 'value', text });
  const remarks = [
    channel.label && label(view, 'channel_label', channel.label),
    channel.preferred && strings.t('preferred'),
    channel.languages.length > 0 && strings.list(channel.languages.map(strings.language)),
  ].filter(Boolean);
  return h('li', { class: `contact${channel.urgent ? ' contact-urgent' : ''}` },
    h('span', { class: 'contact-kind', text: channel.title ?? label(view, 'channel', channel.kind) }), ' ',
    href ? externalLink(href, [value], strings.t('new_tab')) : value, ' ',
    remarks.length > 0 && h('span', { class: 'note', text: remarks.join(' · ') }),
    channel.pgp_fingerprint && h('span', { class: 'note' }, `${strings.t('pgp')}: `,
      h('code', { dir: 'ltr', text: channel.pgp_fingerprint })));
}
