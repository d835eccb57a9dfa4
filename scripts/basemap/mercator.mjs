// Web Mercator with a movable left edge. Units of the world: 0..1 from the left edge, 0..1 from north to south.

/** Left edge of every picture of the world (degrees): the Bering Strait, so that Russia and Fiji stay whole. */
export const WEST = -169;

/** @param {number} lng degrees, may lie beyond 180 when a ring was unrolled */
export const toX = (lng) => (lng - WEST) / 360;

/** @param {number} lat degrees */
export const toY = (lat) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** @param {number} y @returns {number} latitude in degrees */
export const toLat = (y) => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;

/** @param {number} lng @returns {number} the same meridian between WEST and WEST + 360 */
export const inFrame = (lng) => ((((lng - WEST) % 360) + 360) % 360) + WEST;
