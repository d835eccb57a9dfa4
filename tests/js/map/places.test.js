import assert from 'node:assert/strict';
import test from 'node:test';
import { groupsOf, ownersIn, projected, spotsOf } from '../../../widgets/src/map/places.js';
import { createPace } from '../../../widgets/src/shared/turns.js';

const POINTS = {
  owners: [0, 0, 1, 2], cities: ['Bilbao', 'Lima', 'Bilbao', 'Nairobi'], precisions: ['exact', 'city', 'city', 'city'],
  lngs: [0.2, 0.7, 0.2, 0.9], lats: [0.3, 0.6, 0.3, 0.9],
};
const flat = (lng, lat) => [lng, lat];
const everyone = { has: () => true };

test('organisations_with_a_place_in_the_frame_are_found_by_any_of_their_places', async () => {
  const all = await projected(POINTS, flat, createPace());
  const within = async (...box) => [...await ownersIn(all, box, createPace())];
  assert.deepEqual(await within(0, 0, 0.5, 0.5), [0, 1]);
  assert.deepEqual(await within(0.5, 0.5, 0.8, 0.8), [0]);
  assert.deepEqual(await within(0.4, 0.4, 0.5, 0.5), []);
});

test('a_group_says_how_finely_each_place_is_shown', async () => {
  const all = await projected(POINTS, flat, createPace());
  const groups = await groupsOf(all, await spotsOf(all, everyone, createPace()), 1e6, createPace());
  assert.deepEqual(groups.map(({ city, count, precisions }) => [city, count, precisions]),
    [['Bilbao', 2, ['exact', 'city']], ['Lima', 1, ['city']], ['Nairobi', 1, ['city']]]);
});

test('who_stops_looking_stops_the_search', async () => {
  const control = new AbortController();
  const all = await projected(POINTS, flat, createPace());
  control.abort(new DOMException('', 'AbortError'));
  const hurry = { due: () => true, turn: createPace(control.signal).turn };
  await assert.rejects(ownersIn(all, [0, 0, 1, 1], hurry), { name: 'AbortError' });
});
