// Reads the base map that scripts/basemap writes.
//
// A shape is rings, a ring is strokes. A stroke is either pairs of signed steps from where the pen is (the first pair
// of a ring moves the pen to its start), or a reference to a line already drawn, taken backwards: a border is
// written once, by the first of its two countries. Numbers are base 44, little digits first; digits from the upper half of
// the 88-character alphabet say that more follow. The alphabet runs from '#' to '{' without the backslash.

export const DIGITS = 88;
export const RING = '|';
export const STROKE = '}';
export const SAME_BACKWARDS = '~';

/**
 * @typedef {number[][]} Line points [x, y] on the grid of the base map
 * @typedef {{lines: Line[], sides: number[], shapes: Map<string, Line[][]>}} Decoded
 *   shapes: code -> rings -> lines in drawing order; sides: how many countries have the line (1: a coast)
 */

/** @param {string} text @returns {number[]} unsigned numbers */
function numbers(text) {
  const half = DIGITS / 2;
  const found = [];
  let value = 0;
  let factor = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code - (code > 92 ? 36 : 35);
    value += (digit % half) * factor;
    factor *= half;
    if (digit < half) {
      found.push(value);
      value = 0;
      factor = 1;
    }
  }
  return found;
}

/** @param {number} value */
const signed = (value) => (value % 2 ? -(value + 1) / 2 : value / 2);

/**
 * @param {Record<string, string>} texts code -> encoded shape, in the order they were written
 * @returns {Decoded}
 */
export function decode(texts) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {number[]} */
  const sides = [];
  let pen = [0, 0];
  /** @param {string} text @param {boolean} opens */
  const stroke = (text, opens) => {
    if (text[0] === SAME_BACKWARDS) {
      const number = lines.length - numbers(text.slice(1))[0];
      sides[number]++;
      const line = [...lines[number]].reverse();
      pen = line[line.length - 1];
      return line;
    }
    /** @type {Line} */
    const line = opens ? [] : [pen];
    const steps = numbers(text);
    for (let i = 0; i < steps.length; i += 2) {
      pen = [pen[0] + signed(steps[i]), pen[1] + signed(steps[i + 1])];
      line.push(pen);
    }
    lines.push(line);
    sides.push(1);
    return line;
  };
  const shapes = new Map(
    Object.entries(texts).map(([code, text]) => [
      code,
      text.split(RING).map((ring) => ring.split(STROKE).map((part, i) => stroke(part, !i))),
    ]),
  );
  return { lines, sides, shapes };
}
