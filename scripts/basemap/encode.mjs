// Writes the simplified world as text for widgets/src/basemap/decode.js, which says how the text is made up.
import { DIGITS, RING, SAME_BACKWARDS, STROKE } from '../../widgets/src/basemap/decode.js';
import { isContested } from './contested.mjs';
import { toLat } from './mercator.mjs';
import { forward, sides } from './topology.mjs';

const HALF = DIGITS / 2;
const FIRST = 35; // '#', the first character after the quotation mark
const BACKSLASH = 92;

/** @param {number} digit 0..DIGITS - 1 */
function character(digit) {
  const code = FIRST + digit;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

/**
 * A number of any size: little digits first, each but the last from the upper half of the alphabet.
 * @param {number} value >= 0
 */
export function unsigned(value) {
  let text = '';
  for (; value >= HALF; value = Math.floor(value / HALF)) text += character((value % HALF) + HALF);
  return text + character(value);
}

/** @param {number} value whole number */
export const signed = (value) => unsigned(value < 0 ? -2 * value - 1 : 2 * value);

/**
 * Encodes every shape; each line is written once, where it first occurs, and referred to from the other side.
 * @param {import('./simplify.mjs').Simplified} world
 * @returns {{shapes: Record<string, string>, contested: number[]}} contested: numbers of lines in order of writing
 */
export function encode(world) {
  const codes = sides(world);
  /** @type {Map<number, number>} arc the other way round -> line number */
  const written = new Map();
  let count = 0;
  /** @type {number[]} */
  const contested = [];
  let pen = [0, 0];
  /** @param {number} arc @param {boolean} opens whether a ring begins with it */
  const line = (arc, opens) => {
    const number = forward(arc);
    const points = arc < 0 ? [...world.arcs[number]].reverse() : world.arcs[number];
    const known = written.get(arc);
    if (known === undefined) {
      written.set(~arc, count);
      const lat = toLat(middle(points)[1] / world.units);
      if (isContested(codes[number], lat)) contested.push(count);
      count += 1;
    }
    const text =
      known === undefined
        ? (opens ? points : points.slice(1))
            .map(([x, y]) => {
              const step = signed(x - pen[0]) + signed(y - pen[1]);
              pen = [x, y];
              return step;
            })
            .join('')
        : SAME_BACKWARDS + unsigned(count - known);
    pen = points[points.length - 1];
    return text;
  };
  const shapes = Object.fromEntries(
    world.entries.map(({ code, polygons }) => [
      code,
      polygons
        .flat()
        .map((ring) => ring.map((arc, i) => line(arc, !i)).join(STROKE))
        .join(RING),
    ]),
  );
  return { shapes, contested };
}

/** @param {number[][]} points @returns {number[]} middle of the middle stretch: never an end, where three areas meet */
function middle(points) {
  const at = Math.floor((points.length - 1) / 2);
  const [a, b] = [points[at], points[at + 1] ?? points[at]];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
