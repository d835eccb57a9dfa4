/** Which country lies under a point of the map. */
import { WORLD } from '../basemap/world.js';

/** How near a dot counts as hit, pixels. */
const NEAR = 9;

/** @param {ReturnType<typeof import('./geography.js').readGeography>} geography */
export function createHitTest(geography) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  const countries = [...geography.countries.values()];

  /**
   * @param {number} x world units @param {number} y
   * @param {number} scale width of the world in pixels
   * @returns {string} country code, '' at sea
   */
  return (x, y, scale) => {
    const dot = countries.find((country) => !country.path && Math.hypot(country.x - x, country.y - y) * scale <= NEAR);
    const found = dot ?? countries.find(({ path }) => path && context.isPointInPath(path, x * WORLD.units, y * WORLD.units, 'evenodd'));
    return found?.code ?? '';
  };
}
