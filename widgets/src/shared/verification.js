/** Verification as of the reader's own day: a copy of the files may be old, trust must not look younger than it is. */

/** @typedef {'current' | 'due' | 'expired' | 'unverified'} Verification */

const DAY = 86_400_000;

/** Older copies say their date, and their points are not drawn. */
const STALE_DAYS = 7;

/**
 * Milliseconds of a UTC day such as 2026-05-04, NaN when it is not one.
 * @param {string | null} day
 */
export const dayStart = (day) => (day && /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN);

/**
 * @param {{verified_on: string | null, review_due: string | null}} record
 * @param {number} now milliseconds
 * @returns {Verification} `expired` when the review is overdue by more than twelve months
 */
export function verificationOn({ verified_on, review_due }, now) {
  if (Number.isNaN(dayStart(verified_on))) return 'unverified';
  const due = dayStart(review_due);
  if (Number.isNaN(due) || now < due + DAY) return 'current';
  const limit = new Date(due);
  limit.setUTCFullYear(limit.getUTCFullYear() + 1);
  return now < limit.getTime() + DAY ? 'due' : 'expired';
}

/**
 * Whether a copy is more than seven days old.
 * @param {string} asOf UTC day
 * @param {number} now milliseconds
 */
export const isStale = (asOf, now) => !(now < dayStart(asOf) + (STALE_DAYS + 1) * DAY);
