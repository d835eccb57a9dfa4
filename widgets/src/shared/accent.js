/** Sets the custom properties of a partner's accent colour, made readable for each theme. */
import { parseHex, readableOn, textOn, toHex } from './colour.js';

/** Surfaces of the two themes; the same values as in styles/tokens.css. */
const SURFACES = /** @type {const} */ ({ light: '#fffdf9', dark: '#1c1917' });

/**
 * @param {HTMLElement} container
 * @param {string} accent a CSS colour, or '' for the design's own
 * @returns {boolean} false when the colour cannot be made readable (not opaque sRGB) and is left out
 */
export function applyAccent(container, accent) {
  const rgb = accent ? parseHex(asHex(container.ownerDocument, accent)) : null;
  for (const [theme, surface] of Object.entries(SURFACES)) {
    const readable = rgb && readableOn(rgb, /** @type {import('./colour.js').Rgb} */ (parseHex(surface)));
    set(container, `--accent-${theme}`, readable);
    set(container, `--on-accent-${theme}`, readable && textOn(readable));
  }
  return !accent || rgb !== null;
}

/**
 * @param {HTMLElement} container
 * @param {string} name
 * @param {import('./colour.js').Rgb | null} rgb
 */
function set(container, name, rgb) {
  if (rgb) container.style.setProperty(name, toHex(rgb));
  else container.style.removeProperty(name);
}

/**
 * A canvas context writes every opaque sRGB colour back as `#rrggbb`; no pixel is read.
 * @param {Document} document
 * @param {string} colour
 */
function asHex(document, colour) {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return '';
  context.fillStyle = colour;
  return context.fillStyle;
}
