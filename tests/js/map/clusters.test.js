import assert from 'node:assert/strict';
import test from 'node:test';
import { cluster, spots } from '../../../widgets/src/map/clusters.js';
import { groupsOf, pointsOf } from '../../../widgets/src/map/places.js';

const point = (x, y) => ({ x, y });
const project = (lng, lat) => [(lng + 180) / 360, (90 - lat) / 180];
const place = (precision, lat, lng, city = 'Bilbao') => ({ precision, country: 'ES', city, lat, lng, is_seat: true });
const organisation = (id, ...places) => ({ id, name: `Organisation ${id}`, places });

test('points_at_the_same_place_are_one_spot_and_the_fullest_comes_first', () => {
  const found = spots([point(0.1, 0.1), point(0.5, 0.5), point(0.5, 0.5)]);
  assert.deepEqual(found.map(({ members }) => members.length), [2, 1]);
});

test('every_point_is_in_exactly_one_group', () => {
  const points = Array.from({ length: 500 }, (_, i) => point((i * 0.37) % 1, (i * 0.61) % 1));
  const groups = cluster(spots(points), 0.05);
  const members = groups.flat().flatMap((spot) => spot.members);
  assert.equal(members.length, points.length);
  assert.equal(new Set(members).size, points.length);
});

test('the_centres_of_two_groups_are_never_nearer_than_the_radius', () => {
  const groups = cluster(spots(Array.from({ length: 300 }, (_, i) => point((i * 0.37) % 1, (i * 0.61) % 1))), 0.08);
  groups.forEach(([a], i) => groups.slice(i + 1).forEach(([b]) =>
    assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 0.08)));
});

test('the_order_of_the_points_does_not_matter', () => {
  const points = Array.from({ length: 100 }, (_, i) => point((i * 0.37) % 1, (i * 0.61) % 1));
  assert.deepEqual(cluster(spots(points), 0.1), cluster(spots([...points].reverse()), 0.1));
});

test('ten_thousand_points_are_grouped_in_little_time', () => {
  const points = Array.from({ length: 10_000 }, (_, i) => point((i * 0.379) % 1, (i * 0.617) % 1));
  const start = performance.now();
  cluster(spots(points), 0.04);
  assert.ok(performance.now() - start < 500);
});

test('a_place_that_gives_only_its_country_is_never_a_point', () => {
  const careless = { ...place('country', 43.26, -2.93), city: '' };
  const organisations = [organisation('a', careless), organisation('b', place('city', null, null)), organisation('c', place('city', 43.26, -2.93))];
  assert.deepEqual(pointsOf(organisations, project).map((found) => found.organisation.id), ['c']);
});

test('an_organisation_with_two_places_nearby_counts_once', () => {
  const two = organisation('a', place('city', 43.26, -2.93), place('city', 43.31, -1.98, 'Donostia'));
  const [group, ...others] = groupsOf(spots(pointsOf([two, organisation('b', place('city', 43.26, -2.93))], project)), 200);
  assert.equal(others.length, 0);
  assert.equal(group.count, 2);
  assert.equal(group.city, 'Bilbao');
});

test('no_points_give_no_groups', () => assert.deepEqual(groupsOf(spots([]), 500), []));
