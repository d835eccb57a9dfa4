import assert from 'node:assert/strict';
import test from 'node:test';
import { breaksOf, served, stepOf, STEPS } from '../../../widgets/src/map/choropleth.js';
import { placeLabels } from '../../../widgets/src/map/labels.js';

const label = (code, count, left, top, extent = 100, step = 3) => ({ code, count, left, top, extent, step });

test('few_countries_with_many_organisations_stand_out', () => {
  const breaks = breaksOf([1, 1, 1, 1, 2, 2, 3, 9, 30]);
  assert.deepEqual(breaks, [1, 9, 30]);
  assert.ok(stepOf(30, breaks) > stepOf(9, breaks) && stepOf(9, breaks) > stepOf(3, breaks));
});

test('steps_stay_within_the_shades_there_are', () => {
  for (const counts of [[], [0], [4], [4, 4], Array.from({ length: 1000 }, (_, i) => 1.02 ** i)]) {
    const breaks = breaksOf(counts);
    assert.ok(breaks.length <= STEPS);
    for (const count of counts) assert.ok(stepOf(count, breaks) >= 0 && stepOf(count, breaks) <= STEPS);
  }
});

test('a_country_that_nobody_serves_is_not_shaded', () => {
  assert.equal(stepOf(served(undefined), [1, 4]), 0);
  assert.equal(stepOf(3, []), 0);
});

test('numbers_never_lie_over_each_other_and_the_higher_one_stays', () => {
  const placed = placeLabels([label('AA', 2, 100, 100), label('BB', 9, 110, 104), label('CC', 1, 300, 100)]);
  assert.deepEqual(placed.map(({ code }) => code), ['BB', 'CC']);
});

test('a_small_country_gets_its_number_only_when_it_stands_out', () => {
  assert.equal(placeLabels([label('AA', 2, 0, 0, 10, 1)]).length, 0);
  assert.equal(placeLabels([label('AA', 2, 0, 0, 10, 4)]).length, 1);
});

test('a_chosen_country_always_has_its_number', () => {
  assert.deepEqual(placeLabels([label('AA', 9, 0, 0), label('BB', 0, 4, 4, 0, 0)], 'BB').map(({ code }) => code), ['BB']);
});
