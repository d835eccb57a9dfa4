/** Contrast by WCAG 2, so that a partner's accent colour stays readable in light and dark. */

/** @typedef {[r: number, g: number, b: number]} Rgb 0 to 255 */

const WHITE = /** @type {Rgb} */ ([255, 255, 255]);
const INK = /** @type {Rgb} */ ([26, 22, 19]);

/** WCAG asks for 4.5; the rest is room for the tinted surfaces of styles/tokens.css. */
const READABLE = 5.7;

/**
 * Numbers of an opaque colour.
 * @param {string} text `#rrggbb`
 * @returns {Rgb | null}
 */
export function parseHex(text) {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  return found ? /** @type {Rgb} */ (found.slice(1).map((pair) => parseInt(pair, 16))) : null;
}

/** @param {Rgb} rgb */
export const toHex = (rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** @param {Rgb} rgb */
function luminance(rgb) {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * @param {Rgb} a
 * @param {Rgb} b
 * @returns {number} 1 to 21
 */
export function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The accent moved towards black or white until it can be read on a surface.
 * @param {Rgb} accent
 * @param {Rgb} surface
 * @returns {Rgb}
 */
export function readableOn(accent, surface) {
  const goal = luminance(surface) > 0.18 ? INK : WHITE;
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = /** @type {Rgb} */ (accent.map((part, index) => part + (goal[index] - part) * share));
    if (contrast(mixed, surface) >= READABLE) return mixed;
  }
  return goal;
}
