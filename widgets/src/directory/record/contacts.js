/** The first ways to reach an organisation, for its card; the record has all of them, with what is to be known before. */
import { h } from '../../shared/dom.js';
import { externalLink } from '../../shared/links.js';
import { label } from '../names.js';
import { channelsOf, reach } from './channels.js';

/** @typedef {import('../directory.js').View} View */

const SHOWN = 2;

/** @param {View} view @param {import('../../shared/organisation.js').Organisation} o */
export function shortContacts(view, o) {
  const channels = channelsOf(view, o).slice(0, SHOWN);
  return h('ul', { class: 'contacts', 'aria-label': view.strings.t('contact_title') },
    ...channels.map((channel) => contact(view, channel)));
}

/** @param {View} view @param {import('./channels.js').Channel} channel */
function contact(view, channel) {
  const { strings } = view;
  const { text, href } = reach(channel);
  const value = h('bdi', { class: 'value', text });
  const remarks = [channel.label && label(view, 'channel_label', channel.label), channel.preferred && strings.t('preferred')].filter(Boolean);
  return h('li', { class: `contact${channel.urgent ? ' contact-urgent' : ''}` },
    h('span', { class: 'contact-kind', text: channel.title ?? label(view, 'channel', channel.kind) }), ' ',
    href ? externalLink(href, [value], strings.t('new_tab')) : value, ' ',
    remarks.length > 0 && h('span', { class: 'note', text: remarks.join(' · ') }));
}
