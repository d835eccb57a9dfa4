/**
 * In which order channels are shown: those from which others learn least come first. `email_pgp` is an address with a
 * key. `widgets/channel_order.py` has the same table for the embed pages. Facts: EFF Surveillance Self-Defense and
 * Security in-a-Box, read in November 2026.
 */

/** Within a row, what the organisation prefers comes first; never before a row above. */
export const ORDER = Object.freeze([
  ['onion', 'encrypted_form', 'signal', 'email_pgp'], // others cannot read it, and learn little beside
  ['whatsapp', 'web_form', 'email', 'telegram'], // companies learn who writes to whom, or can read it
  ['postal', 'phone', 'hotline', 'sms'], // easily read or heard on the way, and tied to a place
]);

/** @typedef {Pick<import('../../shared/organisation.js').Contact, 'kind' | 'pgp_fingerprint'>} Kind */

/** @param {Kind} channel */
export const kindOf = ({ kind, pgp_fingerprint }) => (kind === 'email' && pgp_fingerprint ? 'email_pgp' : kind);

/** @param {Kind & {urgent: boolean, preferred: boolean}} channel @returns {number[]} */
function rank(channel) {
  const kind = kindOf(channel);
  const row = ORDER.findIndex((kinds) => kinds.includes(kind));
  return [+!channel.urgent, row < 0 ? ORDER.length : row, +!channel.preferred, ORDER[row]?.indexOf(kind) ?? 0];
}

/**
 * Urgent ones first, then by how little others learn; what is equal stays in the order of the editors, what is unknown
 * comes last.
 * @template {Kind & {urgent: boolean, preferred: boolean}} Channel
 * @param {readonly Channel[]} channels
 */
export const inSafeOrder = (channels) => channels.map((channel) => ({ channel, rank: rank(channel) }))
  .sort((a, b) => a.rank.reduce((found, one, at) => found || one - b.rank[at], 0))
  .map(({ channel }) => channel);
