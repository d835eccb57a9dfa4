import assert from 'node:assert/strict';
import test from 'node:test';

/** Keeps what is drawn, because Node has no canvas. */
class RecordedPath {
  rings = [];

  moveTo(x, y) {
    this.rings.push([[x, y]]);
  }

  lineTo(x, y) {
    this.rings.at(-1).push([x, y]);
  }

  closePath() {}

  addPath() {}
}
globalThis.Path2D = RecordedPath;
const { readGeography } = await import('../../../widgets/src/map/geography.js');
const geography = readGeography();

function contains(path, px, py) {
  let inside = false;
  for (const ring of path.rings)
    ring.forEach(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length];
      if (y > py !== nextY > py && px < ((nextX - x) * (py - y)) / (nextY - y) + x) inside = !inside;
    });
  return inside;
}

test('the_number_of_a_country_stands_on_its_land', () => {
  for (const { code, path, x, y } of geography.countries.values())
    if (path) assert.ok(contains(path, x * geography.units, y * geography.units), code);
});

test('a_point_country_stands_at_its_point_and_has_no_size', () => {
  const { path, box, x, y, extent } = geography.countries.get('MV');
  assert.equal(path, null);
  assert.deepEqual(box, [x, y, x, y]);
  assert.equal(extent, 0);
});

test('land_of_no_country_is_not_a_country', () => {
  assert.ok(!geography.countries.has(''));
  assert.ok(geography.land.rings.length > 0);
});

test('the_cut_at_the_edge_of_the_map_is_not_drawn_as_a_coast', () => {
  for (const ring of geography.coasts.rings)
    ring.forEach(([x], i) => assert.ok(!i || x !== ring[i - 1][0] || (x !== 0 && x !== geography.units)));
});

test('contested_borders_are_not_among_the_agreed_ones', () => {
  const agreed = new Set(geography.borders.rings.map(String));
  assert.ok(geography.contested.rings.length >= 8);
  for (const line of geography.contested.rings) assert.ok(!agreed.has(String(line)));
});

test('the_world_is_read_once', () => assert.equal(readGeography(), geography));
