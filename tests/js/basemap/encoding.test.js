import assert from 'node:assert/strict';
import test from 'node:test';
import { cutPolygon, unrolled } from '../../../scripts/basemap/cut.mjs';
import { encode } from '../../../scripts/basemap/encode.mjs';
import { WEST } from '../../../scripts/basemap/mercator.mjs';
import { decode } from '../../../widgets/src/basemap/decode.js';

const square = (west, south, size) => [
  [west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south],
];

test('a_jump_over_the_antimeridian_is_undone', () => {
  assert.deepEqual(unrolled([[179, 0], [-179, 0], [-179, 1]]).map(([lng]) => lng), [179, 181, 181]);
});

test('a_polygon_over_the_antimeridian_stays_whole', () => {
  const [first, ...others] = cutPolygon([[[179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]]]);
  assert.equal(others.length, 0);
  assert.deepEqual(first[0].map(([lng]) => lng), [179, 181, 181, 179, 179]);
});

test('a_polygon_over_the_edge_of_the_map_is_cut_in_two', () => {
  const parts = cutPolygon([square(WEST - 2, 50, 4)]);
  assert.equal(parts.length, 2);
  for (const [ring] of parts) {
    const lngs = ring.map(([lng]) => lng);
    assert.ok(Math.min(...lngs) >= WEST && Math.max(...lngs) <= WEST + 360);
    assert.equal(Math.max(...lngs) - Math.min(...lngs), 2);
  }
});

test('what_is_encoded_comes_back_and_a_common_border_is_written_once', () => {
  const arcs = [
    [[2000, 100], [2000, 900]],
    [[2000, 900], [50, 4000], [2000, 100]],
    [[2000, 100], [4096, 500], [2000, 900]],
  ];
  const entries = [
    { code: 'AA', polygons: [[[0, 1]]] },
    { code: 'BB', polygons: [[[2, ~0]]] },
  ];
  const { shapes, contested } = encode({ units: 4096, arcs, entries, points: {} });
  const decoded = decode(shapes);
  assert.deepEqual(contested, []);
  assert.deepEqual(decoded.lines, arcs);
  assert.deepEqual(decoded.sides, [2, 1, 1]);
  assert.deepEqual(decoded.shapes.get('BB'), [[arcs[2], [...arcs[0]].reverse()]]);
});
