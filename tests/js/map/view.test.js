import assert from 'node:assert/strict';
import test from 'node:test';
import { along, clamp, CLOSEST, fit, pan, toScreen, toWorld, WHOLE, wholeWorld, worldX, worldY, zoomAround } from '../../../widgets/src/map/view.js';

const size = { width: 800, height: 400 };
const near = (a, b, tolerance = 1e-9) => assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}`);

test('longitudes_of_both_hemispheres_and_beyond_180_lie_in_one_world', () => {
  near(worldX(-169), 0);
  near(worldX(11), 0.5);
  near(worldX(-170), worldX(190));
  assert.ok(worldX(-172) > worldX(178), 'Samoa lies east of Fiji');
});

test('the_equator_is_in_the_middle_of_the_mercator_square', () => {
  near(worldY(0), 0.5);
  near(worldY(60), 1 - worldY(-60));
});

test('the_whole_world_fits_into_any_frame', () => {
  for (const frame of [size, { width: 320, height: 240 }, { width: 200, height: 900 }]) {
    const view = wholeWorld(frame);
    const [left, top] = toScreen(view, frame, WHOLE[0], WHOLE[1]);
    const [right, bottom] = toScreen(view, frame, WHOLE[2], WHOLE[3]);
    assert.ok(left > -1e-6 && top > -1e-6 && right < frame.width + 1e-6 && bottom < frame.height + 1e-6);
  }
});

test('screen_and_world_are_inverse', () => {
  const view = { x: 0.4, y: 0.45, scale: 3000 };
  const [x, y] = toWorld(view, size, ...toScreen(view, size, 0.41, 0.44));
  near(x, 0.41);
  near(y, 0.44);
});

test('zooming_keeps_the_place_under_the_finger', () => {
  const view = clamp({ x: 0.5, y: 0.45, scale: 3000 }, size);
  const before = toWorld(view, size, 200, 150);
  const after = toWorld(zoomAround(view, size, 2, 200, 150), size, 200, 150);
  near(before[0], after[0]);
  near(before[1], after[1]);
});

test('one_cannot_zoom_out_beyond_the_world_or_in_beyond_the_base_map', () => {
  assert.equal(zoomAround(wholeWorld(size), size, 0.1, 0, 0).scale, wholeWorld(size).scale);
  assert.equal(zoomAround({ x: 0.5, y: 0.4, scale: CLOSEST }, size, 4, 0, 0).scale, CLOSEST);
});

test('one_cannot_pan_away_from_the_world', () => {
  const far = pan({ x: 0.5, y: 0.45, scale: 3000 }, size, 1e6, -1e6);
  const [left] = toScreen(far, size, WHOLE[0], WHOLE[1]);
  const [, bottom] = toScreen(far, size, WHOLE[2], WHOLE[3]);
  near(left, 0, 1e-6);
  near(bottom, size.height, 1e-6);
});

test('a_single_place_is_shown_no_closer_than_asked', () => {
  assert.equal(fit([0.5, 0.4, 0.5, 0.4], size, 2048, 40).scale, 2048);
});

test('a_frame_without_size_gives_numbers_all_the_same', () => {
  for (const value of Object.values(wholeWorld({ width: 0, height: 0 }))) assert.ok(Number.isFinite(value));
});

test('a_flight_begins_and_ends_where_it_should', () => {
  const [from, to] = [{ x: 0.2, y: 0.3, scale: 500 }, { x: 0.6, y: 0.4, scale: 4000 }];
  near(along(from, to, 0).scale, 500, 1e-6);
  near(along(from, to, 1).scale, 4000, 1e-6);
  near(along(from, to, 1).x, 0.6);
});
