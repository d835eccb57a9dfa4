import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, parseHex, readableOn, toHex } from '../../../widgets/src/shared/colour.js';

const LIGHT = parseHex('#fffdf9');
const DARK = parseHex('#1c1917');

test('any accent becomes readable on both themes, and so does text in the surface colour on it', () => {
  for (const hex of ['#000000', '#ffffff', '#ffcc00', '#ff0000', '#00ff00', '#0000ff', '#808080', '#7a2e1d', '#12ab89']) {
    for (const surface of [LIGHT, DARK]) {
      const accent = readableOn(parseHex(hex), surface);
      assert.ok(contrast(accent, surface) >= 4.5, `${hex} on ${toHex(surface)}`);
      const share = surface === LIGHT ? 0.09 : 0.14;
      const wash = surface.map((part, at) => part + (accent[at] - part) * share);
      assert.ok(contrast(accent, wash) >= 4.5, `${hex} on its own wash`);
      const sunken = parseHex(surface === LIGHT ? '#f6f1e9' : '#2a2522');
      assert.ok(contrast(accent, sunken) >= 4.5, `${hex} on the sunken surface`);
    }
  }
});
test('an accent that is readable already stays as it is', () => {
  assert.equal(toHex(readableOn(parseHex('#7a2e1d'), LIGHT)), '#7a2e1d');
});
test('black on white is 21 to 1', () => assert.equal(Math.round(contrast([0, 0, 0], [255, 255, 255])), 21));
test('what is not an opaque colour is none', () => {
  for (const text of ['', 'red', '#fff', '#12345', '#1234567', 'rgba(1, 2, 3, 0.5)', '#gggggg']) assert.equal(parseHex(text), null);
});
