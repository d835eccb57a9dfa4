/** Which country lies under a point of the map. */

/** How near a dot counts as hit, pixels. */
const NEAR = 9;

/** @typedef {import('./geography.js').Geography} Geography */

/**
 * @param {Geography} world
 * @param {(x: number, y: number) => Geography | undefined} detailAt finer shapes, where they are known
 */
export function createHitTest(world, detailAt) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  /**
   * @param {number} x world units @param {number} y
   * @param {number} scale width of the world in pixels
   * @returns {string} country code, '' at sea
   */
  return (x, y, scale) => {
    const { countries: all, units } = detailAt(x, y) ?? world;
    const countries = [...all.values()];
    const dot = countries.find((country) => !country.path && Math.hypot(country.x - x, country.y - y) * scale <= NEAR);
    const found = dot ?? countries.find(({ path }) => path && context.isPointInPath(path, x * units, y * units, 'evenodd'));
    return found?.code ?? '';
  };
}
