/**
 * The viewport: which part of the world a frame shows. Pure arithmetic.
 *
 * World units run from 0 to 1, from the left edge of the base map eastwards and from the north southwards (Web Mercator).
 */
import { WORLD } from '../basemap/world.js';

/** @typedef {{x: number, y: number, scale: number}} View centre in world units; scale: width of the world in pixels */
/** @typedef {{width: number, height: number}} Size pixels */
/** @typedef {[x0: number, y0: number, x1: number, y1: number]} Box world units */

/** @param {number} lng degrees */
export const worldX = (lng) => ((((lng - WORLD.west) % 360) + 360) % 360) / 360;

/** @param {number} lat degrees */
export const worldY = (lat) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** What the whole world means: without the emptiest north and south. @type {Box} */
export const WHOLE = [0, worldY(76.5), 1, worldY(-56.5)];

/** Tiles of this width would show the world at zoom 0. */
const TILE = 256;

/** The closest view, as a scale: beyond it the finest base map shows its corners. */
export const CLOSEST = TILE * 2 ** 6;

/** From this scale on, the base map of the whole world is too coarse. */
export const DETAILED = TILE * 2 ** 4.25;

/** @param {number} scale @returns {number} zoom as tile maps count it */
export const zoomOf = (scale) => Math.log2(scale / TILE);

/** @param {number} value @param {number} low @param {number} high */
const between = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * A view that shows a box, no closer than `limit`.
 * @param {Box} box
 * @param {Size} size
 * @param {number} [limit] scale
 * @param {number} [margin] pixels on each side
 * @returns {View}
 */
export function fit([x0, y0, x1, y1], { width, height }, limit = CLOSEST, margin = 0) {
  const across = Math.max(width - 2 * margin, 1) / Math.max(x1 - x0, 1e-9);
  const down = Math.max(height - 2 * margin, 1) / Math.max(y1 - y0, 1e-9);
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, scale: Math.min(across, down, limit) };
}

/** @param {Size} size @returns {View} */
export const wholeWorld = (size) => fit(WHOLE, size);

/**
 * One axis of the centre: the world covers the frame, or is centred when it is smaller.
 * @param {number} centre @param {number} low @param {number} high @param {number} half half the frame in world units
 */
const held = (centre, low, high, half) =>
  (high - low <= 2 * half ? (low + high) / 2 : between(centre, low + half, high - half));

/**
 * The nearest view that is allowed: not beyond the world, not closer than the base map bears.
 * @param {View} view
 * @param {Size} size
 * @returns {View}
 */
export function clamp({ x, y, scale }, size) {
  const allowed = between(scale, wholeWorld(size).scale, CLOSEST);
  const [x0, y0, x1, y1] = WHOLE;
  return {
    x: held(x, x0, x1, size.width / 2 / allowed),
    y: held(y, y0, y1, size.height / 2 / allowed),
    scale: allowed,
  };
}

/**
 * @param {View} view @param {Size} size @param {number} x world units @param {number} y
 * @returns {[number, number]} pixels from the frame's corner
 */
export const toScreen = (view, size, x, y) =>
  [(x - view.x) * view.scale + size.width / 2, (y - view.y) * view.scale + size.height / 2];

/**
 * @param {View} view @param {Size} size @param {number} left pixels @param {number} top
 * @returns {[number, number]} world units
 */
export const toWorld = (view, size, left, top) =>
  [(left - size.width / 2) / view.scale + view.x, (top - size.height / 2) / view.scale + view.y];

/**
 * Zooms while the place under a point of the frame stays there.
 * @param {View} view @param {Size} size @param {number} factor @param {number} left pixels @param {number} top
 * @returns {View}
 */
export function zoomAround(view, size, factor, left, top) {
  const scale = clamp({ ...view, scale: view.scale * factor }, size).scale;
  const [x, y] = toWorld(view, size, left, top);
  return clamp({ x: x + (size.width / 2 - left) / scale, y: y + (size.height / 2 - top) / scale, scale }, size);
}

/** @param {View} view @param {Size} size @param {number} left pixels @param {number} top @returns {View} */
export const pan = (view, size, left, top) =>
  clamp({ ...view, x: view.x - left / view.scale, y: view.y - top / view.scale }, size);

/**
 * The way between two views at a share of the time: straight on the map, even in zoom.
 * @param {View} from @param {View} to @param {number} share 0..1
 * @returns {View}
 */
export function along(from, to, share) {
  const eased = 1 - (1 - share) ** 3;
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * eased;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: Math.exp(mix(Math.log(from.scale), Math.log(to.scale))) };
}
