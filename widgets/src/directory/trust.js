/** How far a record can be trusted today, said in the open. */
import { h } from '../shared/dom.js';
import { verificationOn } from '../shared/verification.js';

/** @typedef {import('./directory.js').View} View */

const WORDS = Object.freeze({ current: 'verified', due: 'verified_due', expired: 'verified_expired', unverified: 'verified_none' });

/**
 * @param {View} view
 * @param {import('../shared/organisation.js').Organisation} o
 */
export function trustLines({ strings, now }, o) {
  const state = verificationOn(o, now);
  const text = strings.t(WORDS[state], { date: o.verified_on ? strings.date(o.verified_on) : '' });
  return h('p', { class: `trust trust-${state}`, part: 'verification', text });
}
