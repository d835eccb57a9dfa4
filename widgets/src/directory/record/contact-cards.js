/** Every channel of a record, the safest first, each with what is to be known before using it. Texts are enough where links are dead. */
import { h } from '../../shared/dom.js';
import { externalLink } from '../../shared/links.js';
import { label } from '../names.js';
import { reach } from './channels.js';
import { copyOf } from './copy-button.js';
import { isReadable, noteOf } from './notes.js';

/** @typedef {import('../directory.js').View} View */
/** @typedef {import('./channels.js').Channel} Channel */

/** @param {View} view @param {readonly Channel[]} channels */
export function contactCards(view, channels) {
  const first = channels.find(isReadable);
  return channels.length > 0 && h('ul', { class: 'contacts', 'aria-label': view.strings.t('contact_title') },
    ...channels.map((channel) => contactCard(view, channel, channel === first)));
}

/** @param {View} view @param {Channel} channel @param {boolean} careful with the advice for a first message, once in a list */
function contactCard(view, channel, careful) {
  const { strings } = view;
  const { text, href } = reach(channel);
  const kind = channel.title ?? label(view, 'channel', channel.kind);
  const value = h('bdi', { class: 'value', text });
  const note = noteOf(channel);
  const remarks = [
    channel.label && label(view, 'channel_label', channel.label),
    channel.languages.length > 0 && strings.list(channel.languages.map(strings.language)),
  ].filter(Boolean);
  return h('li', { class: `contact contact-whole${channel.urgent ? ' contact-urgent' : ''}` },
    h('p', { class: 'contact-head' },
      h('span', { class: 'contact-kind', text: kind }), ' ',
      channel.preferred && h('span', { class: 'tag', text: strings.t('preferred') }), ' ',
      remarks.length > 0 && h('span', { class: 'note', text: remarks.join(' · ') })),
    h('p', { class: 'contact-way' },
      href ? externalLink(href, [value], strings.t('new_tab')) : value, ' ',
      copyOf(view, kind, channel.value.trim(), value)),
    note && h('p', { class: 'note', text: strings.t(note) }),
    channel.pgp_fingerprint && key(view, channel.pgp_fingerprint),
    careful && h('p', { class: 'contact-advice', text: strings.t('first_message') }));
}

/** In groups of four, as people read keys to each other. @param {View} view @param {string} fingerprint */
function key(view, fingerprint) {
  const name = view.strings.t('pgp');
  const groups = fingerprint.replace(/\s/g, '').match(/.{1,4}/gs) ?? [];
  const code = h('code', { class: 'fingerprint', dir: 'ltr' }, ...groups.flatMap((group) => [h('span', { text: group }), ' ']));
  return h('div', { class: 'contact-key' },
    h('p', { class: 'note', text: name }), h('p', { class: 'contact-way' }, code, ' ', copyOf(view, name, groups.join(''), code)));
}
