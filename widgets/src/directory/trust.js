/** How far a record can be trusted today, said in the open. */
import { h } from '../shared/dom.js';
import { verificationOn } from '../shared/verification.js';

/** @typedef {import('./directory.js').View} View */

const WORDS = Object.freeze({ current: 'verified', due: 'verified_due', expired: 'verified_expired', unverified: 'verified_none' });

/**
 * Sample content says so, whatever else is known about it.
 * @param {View} view
 * @param {import('../shared/organisation.js').Organisation} o
 */
export function trust({ strings, now }, o) {
  const state = verificationOn(o, now);
  const text = strings.t(WORDS[state], { date: o.verified_on ? strings.date(o.verified_on) : '' });
  return h('p', { class: 'trust', part: 'verification' },
    o.sample && h('span', { class: 'trust-sample', text: strings.t('sample') }),
    (!o.sample || state !== 'unverified') && h('span', { class: `trust-${state}`, text }));
}
