/** Sets the custom properties of a partner's accent colour, made readable for each theme. */
import { parseHex, readableOn, toHex } from './colour.js';

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
    const readable = rgb ? toHex(readableOn(rgb, /** @type {import('./colour.js').Rgb} */ (parseHex(surface)))) : '';
    container.style.setProperty(`--accent-${theme}`, readable); // '' removes it
  }
  return !accent || rgb !== null;
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
