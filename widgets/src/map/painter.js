/** Draws the base map on a canvas. */
import { toScreen, toWorld } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Size} Size */
/** @typedef {import('./geography.js').Geography} Geography */
/** @typedef {import('./palette.js').Palette} Palette */

/** More pixels than two per CSS pixel cost time and show nothing. */
const SHARPEST = 2;
const MERIDIANS = 12;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Geography} geography
 */
export function createPainter(canvas, geography) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const { units } = geography;
  const countries = [...geography.countries.values()];
  /** @type {(code: string) => number} */
  let stepFor = () => 0;

  /** @param {Path2D} path @param {string} colour @param {number} width pixels @param {number} unit pixels of a grid unit @param {number[]} [dash] pixels */
  function stroke(path, colour, width, unit, dash = []) {
    context.strokeStyle = colour;
    context.lineWidth = width / unit;
    context.setLineDash(dash.map((length) => length / unit));
    context.stroke(path);
  }

  /** @param {View} view @param {Size} size @param {Palette} palette */
  function meridians(view, size, palette) {
    context.fillStyle = palette.grid;
    for (let i = 0; i <= MERIDIANS; i++) {
      const [left, top] = toScreen(view, size, i / MERIDIANS, i / MERIDIANS);
      context.fillRect(Math.round(left), 0, 1, size.height);
      context.fillRect(0, Math.round(top), size.width, 1);
    }
  }

  return {
    /** @param {(code: string) => number} chosenStep step of shading of each country */
    shade(chosenStep) {
      stepFor = chosenStep;
    },

    /**
     * @param {View} view @param {Size} size @param {Palette} palette
     * @param {readonly string[]} chosen codes of the countries to outline
     */
    paint(view, size, palette, chosen) {
      const ratio = Math.min(devicePixelRatio || 1, SHARPEST);
      const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.fillStyle = palette.sea;
      context.fillRect(0, 0, size.width, size.height);
      meridians(view, size, palette);
      const unit = view.scale / units;
      const thin = 1 / ratio; // one pixel of the screen: wider lines take many times as long
      const [left, top] = toScreen(view, size, 0, 0);
      context.setTransform(ratio * unit, 0, 0, ratio * unit, ratio * left, ratio * top);
      context.lineJoin = 'round';
      context.fillStyle = palette.land;
      context.fill(geography.land, 'evenodd');
      const [west, north] = toWorld(view, size, 0, 0);
      const [east, south] = toWorld(view, size, size.width, size.height);
      for (const { code, path, bounds } of countries) {
        if (!path || bounds[0] > east || bounds[2] < west || bounds[1] > south || bounds[3] < north) continue;
        context.fillStyle = palette.steps[stepFor(code)];
        context.fill(path, 'evenodd');
      }
      stroke(geography.borders, palette.land, thin, unit); // where two countries meet, the sea would shine through
      stroke(geography.borders, palette.border, thin, unit);
      stroke(geography.coasts, palette.coast, thin, unit);
      stroke(geography.contested, palette.border, 1, unit);
      stroke(geography.contested, palette.contested, 1, unit, [2, 2.5]);
      dots(view, unit, palette, chosen);
      for (const code of chosen) {
        const path = geography.countries.get(code)?.path;
        if (path) stroke(path, palette.chosen, 2, unit);
      }
    },
  };

  /** Countries too small for a shape. @param {View} view @param {number} unit @param {Palette} palette @param {readonly string[]} chosen */
  function dots(view, unit, palette, chosen) {
    const radius = Math.min(5, 1.2 + view.scale / 1200) / unit;
    context.setLineDash([]);
    for (const { code, path, x, y } of countries) {
      if (path) continue;
      const isChosen = chosen.includes(code);
      context.beginPath();
      context.arc(x * units, y * units, radius, 0, 2 * Math.PI);
      context.fillStyle = palette.steps[stepFor(code)];
      context.fill();
      context.lineWidth = (isChosen ? 2.5 : 0.75) / unit;
      context.strokeStyle = isChosen ? palette.chosen : palette.coast;
      context.stroke();
    }
  }
}
