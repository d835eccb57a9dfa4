import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { expectedCodes } from '../../../scripts/basemap/areas.mjs';
import { outputs } from '../../../scripts/basemap/build.mjs';
import { toLat, toX, toY, WEST } from '../../../scripts/basemap/mercator.mjs';
import { decode } from '../../../widgets/src/basemap/decode.js';
import { WORLD } from '../../../widgets/src/basemap/world.js';

const EARTH = 6371.0088; // km, mean radius
const { lines, sides, shapes } = decode(WORLD.shapes);

/** Rings of a country as points of the grid. */
const rings = (code) => shapes.get(code).map((strokes) => strokes.flat());

/** Area on the sphere, km²: holes count negative because they run the other way. */
function squareKilometres(code) {
  const toRadians = ([x, y]) => [(x / WORLD.units) * 2 * Math.PI, (toLat(y / WORLD.units) * Math.PI) / 180];
  const area = (ring) => {
    const points = ring.map(toRadians);
    return points.reduce((sum, [lng, lat], i) => {
      const [nextLng, nextLat] = points[(i + 1) % points.length];
      return sum + (nextLng - lng) * (2 + Math.sin(lat) + Math.sin(nextLat));
    }, 0);
  };
  return Math.abs(rings(code).reduce((sum, ring) => sum + area(ring), 0) * EARTH ** 2) / 2;
}

/** Even-odd test of a point in degrees. */
function contains(code, lng, lat) {
  const [px, py] = [toX(lng) * WORLD.units, toY(lat) * WORLD.units];
  let inside = false;
  for (const ring of rings(code))
    ring.forEach(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length];
      if (y > py !== nextY > py && px < ((nextX - x) * (py - y)) / (nextY - y) + x) inside = !inside;
    });
  return inside;
}

const within = (value, expected, share) => assert.ok(Math.abs(value / expected - 1) < share, `${Math.round(value)}, not about ${expected}`);

test('western_sahara_has_its_whole_area', () => within(squareKilometres('EH'), 269_000, 0.03));

test('areas_of_some_countries_are_right_in_every_latitude', () => {
  within(squareKilometres('CO'), 1_141_000, 0.03);
  within(squareKilometres('ES'), 506_000, 0.04);
  within(squareKilometres('CD'), 2_345_000, 0.03);
  within(squareKilometres('RU'), 17_000_000, 0.04);
  within(squareKilometres('LS'), 30_355, 0.06);
});

test('crimea_lies_in_ukraine', () => {
  assert.ok(contains('UA', 34.1, 45.1));
  assert.ok(!contains('RU', 34.1, 45.1));
});

test('somalia_and_cyprus_are_one_area_each', () => {
  assert.ok(contains('SO', 44.1, 9.6), 'Hargeisa');
  assert.ok(contains('CY', 33.6, 35.25), 'north-east of Nicosia');
});

test('parts_with_a_code_of_their_own_are_not_in_the_country_they_depend_on', () => {
  assert.ok(contains('GF', -53, 4) && !contains('FR', -53, 4));
  assert.ok(contains('SJ', 16, 78.6) && !contains('NO', 16, 78.6));
});

test('an_enclave_is_not_part_of_the_country_around_it', () => {
  assert.ok(contains('LS', 28.3, -29.5) && !contains('ZA', 28.3, -29.5));
});

test('every_code_has_a_shape_or_a_point_and_never_both', () => {
  const drawn = [...shapes.keys(), ...Object.keys(WORLD.points)].filter(Boolean);
  assert.deepEqual(drawn.sort(), expectedCodes());
});

test('no_line_runs_across_the_world', () => {
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) assert.ok(Math.abs(line[i][0] - line[i - 1][0]) < WORLD.units / 8);
    for (const [x, y] of line) assert.ok(x >= 0 && x <= WORLD.units && y >= 0 && y <= WORLD.units);
  }
});

test('russia_and_fiji_are_whole_and_lie_in_the_east', () => {
  const leftmost = (code) => Math.min(...rings(code).flat().map(([x]) => x)) / WORLD.units;
  assert.ok(leftmost('RU') > toX(19));
  assert.ok(leftmost('FJ') > toX(170));
});

test('a_line_has_one_or_two_sides_and_a_contested_one_lies_between_two_areas', () => {
  assert.ok(sides.every((count) => count === 1 || count === 2));
  assert.ok(WORLD.contested.length >= 8);
  for (const number of WORLD.contested) assert.equal(sides[number], 2);
});

test('every_ring_is_closed_by_its_lines', () => {
  for (const [code, found] of shapes)
    for (const strokes of found)
      strokes.forEach((line, i) => {
        const next = strokes[(i + 1) % strokes.length];
        assert.deepEqual(line.at(-1), next[0], code);
      });
});

test('the_built_files_are_what_the_recipe_makes', () => {
  for (const [path, text] of Object.entries(outputs()))
    assert.equal(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'), text, path);
});

test('the_base_map_keeps_its_budget', () => {
  const bytes = brotliCompressSync(readFileSync(new URL('../../../widgets/src/basemap/world.js', import.meta.url))).length;
  assert.ok(bytes <= 14_000, `${bytes} bytes`);
});

test('the_picture_data_holds_every_code_inside_its_frame', () => {
  const world = JSON.parse(readFileSync(new URL('../../../widgets/data/world.json', import.meta.url), 'utf8'));
  const drawn = [...Object.keys(world.countries), ...Object.keys(world.points)].filter(Boolean);
  assert.deepEqual([...new Set(drawn)].sort(), expectedCodes());
  assert.equal(world.west, WEST);
  assert.ok(world.contested.length >= 8);
  for (const [x, y] of Object.values(world.countries).flat(2)) {
    assert.ok(Number.isInteger(x) && x >= 0 && x <= world.width);
    assert.ok(Number.isInteger(y) && y <= world.height);
  }
});
