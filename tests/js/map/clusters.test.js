import assert from 'node:assert/strict';
import test from 'node:test';
import { cluster, spots } from '../../../widgets/src/map/clusters.js';
import { groupsOf, projected, spotsOf } from '../../../widgets/src/map/places.js';
import { createCatalogue } from '../../../widgets/src/shared/catalogue.js';
import { createPace } from '../../../widgets/src/shared/turns.js';

const pace = createPace();
const project = (lng, lat) => [(lng + 180) / 360, (90 - lat) / 180];
const place = (precision, lat, lng, city = 'Bilbao') => ({ precision, country: 'ES', city, lat, lng, is_seat: true });
const scattered = (count) => Array.from({ length: count }, (_, i) => [(i * 0.379) % 1, (i * 0.617) % 1]);

/** @param {[number, number][]} points */
const spotsAt = (points) => spots({ xs: points.map(([x]) => x), ys: points.map(([, y]) => y) }, points.keys(), pace);
const where = (groups) => groups.map((group) => group.map(({ x, y, members }) => [x, y, members.length]));

/** @param {object[][]} places of each organisation @param {(at: number) => boolean} [has] */
async function groupsFor(places, has = () => true) {
  const catalogue = createCatalogue();
  places.forEach((own, at) => {
    const record = { id: String(at), name: `Organisation ${at}`, places: own };
    catalogue.add(record, JSON.stringify(record));
  });
  const points = await projected(catalogue.points, project, pace);
  return groupsOf(points, await spotsOf(points, { has }, pace), 200, pace);
}

test('points_at_the_same_place_are_one_spot_and_the_fullest_comes_first', async () => {
  const found = await spotsAt([[0.1, 0.1], [0.5, 0.5], [0.5, 0.5]]);
  assert.deepEqual(found.map(({ members }) => members), [[1, 2], [0]]);
});

test('every_point_is_in_exactly_one_group', async () => {
  const groups = await cluster(await spotsAt(scattered(500)), 0.05, pace);
  const members = groups.flat().flatMap((spot) => spot.members).sort((a, b) => a - b);
  assert.deepEqual(members, [...Array(500).keys()]);
});

test('the_centres_of_two_groups_are_never_nearer_than_the_radius', async () => {
  const groups = await cluster(await spotsAt(scattered(300)), 0.08, pace);
  groups.forEach(([a], i) => groups.slice(i + 1).forEach(([b]) =>
    assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 0.08)));
});

test('the_order_of_the_points_does_not_matter', async () => {
  const points = scattered(100);
  const [one, other] = [await spotsAt(points), await spotsAt([...points].reverse())];
  assert.deepEqual(where(await cluster(one, 0.1, pace)), where(await cluster(other, 0.1, pace)));
});

test('ten_thousand_points_are_grouped_in_little_time', async () => {
  const start = performance.now();
  await cluster(await spotsAt(scattered(10_000)), 0.04, pace);
  assert.ok(performance.now() - start < 1000);
});

test('a_place_that_gives_only_its_country_is_never_a_point', async () => {
  const groups = await groupsFor([
    [{ ...place('country', 43.26, -2.93), city: '' }], [place('city', null, null)], [place('city', 43.26, -2.93)],
  ]);
  assert.deepEqual(groups.map(({ organisations }) => organisations), [[2]]);
});

test('an_organisation_with_two_places_nearby_counts_once', async () => {
  const [group, ...others] = await groupsFor([
    [place('city', 43.26, -2.93), place('city', 43.31, -1.98, 'Donostia')], [place('city', 43.26, -2.93)],
  ]);
  assert.equal(others.length, 0);
  assert.equal(group.count, 2);
  assert.equal(group.city, 'Bilbao');
});

test('who_does_not_match_is_in_no_group', async () => {
  const [group] = await groupsFor([[place('city', 43.26, -2.93)], [place('city', 43.26, -2.93)]], (at) => at === 1);
  assert.deepEqual(group.organisations, [1]);
});

test('no_points_give_no_groups', async () => assert.deepEqual(await groupsFor([]), []));
