// Cuts rings at the left edge of the map, so that no line runs across the whole world.
import { WEST } from './mercator.mjs';

/**
 * Undoes jumps over the antimeridian: neighbouring points are never more than 180 degrees apart.
 * @param {number[][]} ring
 */
export function unrolled(ring) {
  let shift = 0;
  return ring.map(([lng, lat], i) => {
    const step = i ? lng - ring[i - 1][0] : 0;
    if (step > 180) shift -= 360;
    else if (step < -180) shift += 360;
    return [lng + shift, lat];
  });
}

/**
 * Keeps the part of a closed ring on one side of a meridian (Sutherland-Hodgman).
 * @param {number[][]} ring
 * @param {number} edge degrees
 * @param {1 | -1} side 1 keeps what lies east, -1 what lies west
 */
function clipped(ring, edge, side) {
  const keeps = (/** @type {number[]} */ point) => (point[0] - edge) * side >= 0;
  /** @type {number[][]} */
  const out = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (keeps(a) !== keeps(b)) {
      const share = (edge - a[0]) / (b[0] - a[0]);
      out.push([edge, a[1] + share * (b[1] - a[1])]);
    }
    if (keeps(b)) out.push(b);
  }
  if (out.length) out.push(out[0]);
  return out;
}

/**
 * Rings of a polygon moved into the frame WEST..WEST + 360 and cut at its edges.
 * @param {number[][][]} polygon rings of [lng, lat]
 * @returns {number[][][][]} polygons
 */
export function cutPolygon(polygon) {
  const rings = polygon.map(unrolled);
  return [-360, 0, 360]
    .map((turn) =>
      rings
        .map((ring) => ring.map(([lng, lat]) => [lng + turn, lat]))
        .map((ring) => {
          const lngs = ring.map(([lng]) => lng);
          const whole = Math.min(...lngs) >= WEST && Math.max(...lngs) <= WEST + 360;
          return whole ? ring : clipped(clipped(ring, WEST, 1), WEST + 360, -1);
        })
        .filter((ring) => ring.length > 3),
    )
    .filter((rings) => rings.length);
}
