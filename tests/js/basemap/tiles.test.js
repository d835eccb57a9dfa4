import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { toLat, toX, toY } from '../../../scripts/basemap/mercator.mjs';
import { ringInBox, versionOf } from '../../../scripts/basemap/tiles.mjs';
import { decode } from '../../../widgets/src/basemap/decode.js';
import { INDEX } from '../../../widgets/src/basemap/tile-index.js';
import { boxOf, cellAt, cellsIn } from '../../../widgets/src/map/cells.js';

const textOf = (name) => readFileSync(new URL(`../../../widgets/src/basemap/tiles/${name}.json`, import.meta.url), 'utf8');
const tiles = new Map(INDEX.tiles.map((name) => {
  const tile = JSON.parse(textOf(name));
  return [name, { ...tile, ...decode(tile.shapes), box: boxOf(name).map((value) => value * tile.units) }];
}));

const tileAt = (lng, lat) => tiles.get(cellAt(toX(lng), toY(lat)));

/** Even-odd test of a point in degrees. */
function owners(lng, lat) {
  const tile = tileAt(lng, lat);
  const [px, py] = [toX(lng) * tile.units, toY(lat) * tile.units];
  return [...tile.shapes].filter(([, rings]) => {
    let inside = false;
    for (const strokes of rings) {
      const ring = strokes.flat();
      ring.forEach(([x, y], i) => {
        const [nextX, nextY] = ring[(i + 1) % ring.length];
        if (y > py !== nextY > py && px < ((nextX - x) * (py - y)) / (nextY - y) + x) inside = !inside;
      });
    }
    return inside;
  }).map(([code]) => code);
}

/** Area on the sphere of what lies in the tiles' own cells, km². */
function squareKilometres(code) {
  const EARTH = 6371.0088;
  let sum = 0;
  for (const { shapes, units, box } of tiles.values())
    for (const strokes of shapes.get(code) ?? []) {
      const closed = strokes.flat();
      const ring = ringInBox([...closed, closed[0]], box);
      ring.forEach(([x, y], i) => {
        const [nextX, nextY] = ring[(i + 1) % ring.length];
        const sine = (value) => Math.sin((toLat(value / units) * Math.PI) / 180);
        sum += ((nextX - x) / units) * 2 * Math.PI * (2 + sine(y) + sine(nextY));
      });
    }
  return Math.abs(sum * EARTH ** 2) / 2;
}

const within = (value, expected, share) => assert.ok(Math.abs(value / expected - 1) < share, `${Math.round(value)}, not about ${expected}`);

test('western_sahara_has_its_whole_area_in_the_tiles', () => within(squareKilometres('EH'), 269_000, 0.02));

test('countries_over_several_tiles_have_their_areas', () => {
  within(squareKilometres('CO'), 1_141_000, 0.02);
  within(squareKilometres('CD'), 2_345_000, 0.02);
  within(squareKilometres('LS'), 30_355, 0.03);
});

test('crimea_lies_in_ukraine_in_the_tiles', () => assert.deepEqual(owners(34.1, 45.1), ['UA']));

test('every_place_lies_in_one_country_as_on_the_map_of_the_world', () => {
  const places = { SO: [44.1, 9.6], CY: [33.6, 35.25], EH: [-13, 25], GF: [-53, 4], LS: [28.3, -29.5], TW: [121, 24], XK: [20.9, 42.6], RU: [60, 60] };
  for (const [code, [lng, lat]] of Object.entries(places)) assert.deepEqual(owners(lng, lat), [code]);
});

test('contested_lines_are_contested_in_the_tiles', () => {
  const dashed = (code, other) => [...tiles.values()].some(({ contested, shapes, lines }) =>
    contested.some((number) => [code, other].every((one) =>
      (shapes.get(one) ?? []).flat().some((line) => line === lines[number] || String([...line].reverse()) === String(lines[number])))));
  for (const pair of [['EH', 'MA'], ['RS', 'XK'], ['IN', 'PK'], ['CN', 'IN'], ['IL', 'PS'], ['IL', 'SY'], ['SD', 'SS']]) assert.ok(dashed(...pair), pair.join());
  assert.ok(!dashed('ES', 'PT'));
});

test('a_tile_holds_more_than_its_cell_so_that_what_was_cut_is_never_seen', () => {
  for (const [name, { lines, box, units }] of tiles) {
    const margin = units / 16 / 32;
    for (const [x, y] of lines.flat()) {
      assert.ok(x >= box[0] - margin && x <= box[2] + margin && y >= box[1] - margin && y <= box[3] + margin, name);
    }
  }
  const russia = tiles.get('10-3').shapes.get('RU').flat(2).map(([x]) => x);
  assert.ok(Math.max(...russia) > tiles.get('10-3').box[2]);
});

test('every_ring_of_a_tile_is_closed_by_its_lines', () => {
  for (const [name, { shapes }] of tiles)
    for (const [code, rings] of shapes)
      for (const strokes of rings)
        strokes.forEach((line, i) => assert.deepEqual(line.at(-1), strokes[(i + 1) % strokes.length][0], `${name} ${code}`));
});

test('the_version_in_the_names_belongs_to_the_contents', () => {
  assert.equal(versionOf(Object.fromEntries(INDEX.tiles.map((name) => [name, textOf(name)]))), INDEX.version);
});

test('a_ring_is_cut_to_a_box', () => {
  const box = [0, 0, 10, 10];
  const square = (x, y, size) => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];
  assert.deepEqual(ringInBox(square(2, 2, 3), box), square(2, 2, 3));
  assert.deepEqual(ringInBox(square(20, 2, 3), box), []);
  assert.equal(Math.max(...ringInBox(square(5, 5, 20), box).flat()), 10);
  assert.deepEqual(ringInBox(square(10, 2, 3), box), [], 'it only touches');
});

test('a_view_asks_for_the_cells_it_shows_the_nearest_first', () => {
  const cells = cellsIn({ x: toX(-74), y: toY(4), scale: 8192 }, { width: 800, height: 500 });
  assert.ok(cells.length <= 6);
  assert.equal(cells[0], cellAt(toX(-74), toY(4)));
  assert.deepEqual(cellsIn({ x: 0.5 / 16, y: 9.5 / 16, scale: 8192 }, { width: 300, height: 300 }), [], 'the open sea has none');
  assert.ok(cellsIn({ x: 0, y: 0, scale: 8192 }, { width: 800, height: 500 }).every((name) => INDEX.tiles.includes(name)));
});
