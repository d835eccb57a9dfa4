/**
 * What others can see of each channel, in plain words, and where a first message should say little. Facts: EFF
 * Surveillance Self-Defense and Security in-a-Box, read in November 2026; `widgets/channel_notes.py` says the same.
 */
import { kindOf } from './order.js';

/** Kinds that have a note: its key among the words, after `note_`. @type {Readonly<Record<string, string>>} */
const NOTES = Object.freeze({
  onion: 'onion', encrypted_form: 'encrypted_form', signal: 'signal', email_pgp: 'email_pgp', whatsapp: 'whatsapp',
  web_form: 'web_form', email: 'email', telegram: 'telegram', postal: 'postal', phone: 'phone', hotline: 'phone', sms: 'sms',
  website: 'website',
});

/** Sites that anybody on the way could read. */
const ON_THE_WEB = new Set(['web_form', 'website']);

/** What is written there can be read by others. */
const READABLE = new Set(['web_form', 'email', 'telegram', 'postal', 'sms']);

/** @param {import('./channels.js').Channel} channel @returns {string} key of the words, '' for kinds nobody knows */
export function noteOf(channel) {
  const kind = kindOf(channel);
  if (ON_THE_WEB.has(kind) && /^http:/i.test(channel.value.trim())) return 'note_unencrypted';
  return Object.hasOwn(NOTES, kind) ? `note_${NOTES[kind]}` : '';
}

/** @param {import('./channels.js').Channel} channel */
export const isReadable = (channel) => READABLE.has(kindOf(channel));
