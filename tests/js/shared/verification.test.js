import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStale, verificationOn } from '../../../widgets/src/shared/verification.js';

const at = (day) => Date.parse(`${day}T12:00:00Z`);
const state = (verified_on, review_due, day) => verificationOn({ verified_on, review_due }, at(day));

test('a record is current up to and on the day its review is due', () => {
  assert.equal(state('2026-05-04', '2027-05-04', '2026-05-04'), 'current');
  assert.equal(state('2026-05-04', '2027-05-04', '2027-05-04'), 'current');
});
test('the day after, its review is due', () => assert.equal(state('2026-05-04', '2027-05-04', '2027-05-05'), 'due'));
test('it expires more than twelve months after', () => {
  assert.equal(state('2026-05-04', '2027-05-04', '2028-05-04'), 'due');
  assert.equal(state('2026-05-04', '2027-05-04', '2028-05-05'), 'expired');
});
test('a record never verified is unverified, whatever its review date', () => {
  for (const day of [null, '', 'yesterday', '2026-13-45']) assert.equal(state(day, '2027-05-04', '2026-06-01'), 'unverified');
});
test('a verified record without a review date is current', () => assert.equal(state('2026-05-04', null, '2030-01-01'), 'current'));
test('a copy is stale after seven days', () => {
  assert.equal(isStale('2026-11-15', at('2026-11-22')), false);
  assert.equal(isStale('2026-11-14', at('2026-11-22')), true);
  assert.equal(isStale('not a day', at('2026-11-22')), true);
});
