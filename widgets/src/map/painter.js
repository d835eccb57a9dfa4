/** Draws the base map on a canvas. */
import { DETAILED, toScreen, toWorld } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Size} Size */
/** @typedef {import('./geography.js').Geography} Geography */
/** @typedef {import('./palette.js').Palette} Palette */

/** More pixels than two per CSS pixel cost time and show nothing. */
const SHARPEST = 2;
const MERIDIANS = 12;

/** Thick lines around more countries are noise, and a phone would stumble over them. */
const FEW = 3;

/** A part of the world in more detail, and where it lies. @typedef {{geography: Geography, box: import('./view.js').Box}} Detail */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Geography} world
 */
export function createPainter(canvas, world) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** @type {(code: string) => number} */
  let stepFor = () => 0;
  /** @type {readonly Detail[]} */
  let details = [];

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

  /**
   * The world or a part of it, in the frame or what it was clipped to.
   * @param {Geography} geography @param {View} view @param {Size} size @param {Palette} palette @param {readonly string[]} chosen @param {number} ratio
   */
  function draw({ units, countries, land, coasts, borders, contested }, view, size, palette, chosen, ratio) {
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
    context.fill(land, 'evenodd');
    const [west, north] = toWorld(view, size, 0, 0);
    const [east, south] = toWorld(view, size, size.width, size.height);
    for (const { code, path, bounds } of countries.values()) {
      if (!path || bounds[0] > east || bounds[2] < west || bounds[1] > south || bounds[3] < north) continue;
      context.fillStyle = palette.steps[stepFor(code)];
      context.fill(path, 'evenodd');
    }
    stroke(borders, palette.land, thin, unit); // where two countries meet, the sea would shine through
    stroke(borders, palette.border, thin, unit);
    stroke(coasts, palette.coast, thin, unit);
    stroke(contested, palette.border, 1, unit);
    stroke(contested, palette.contested, 1, unit, [2, 2.5]);
    context.setLineDash([]);
    for (const { code, path, x, y } of countries.values()) {
      const isChosen = chosen.includes(code);
      if (path && isChosen) stroke(path, palette.chosen, chosen.length > FEW ? thin : 2, unit);
      if (path) continue; // else too small for a shape
      const radius = Math.min(isChosen || stepFor(code) ? 5 : 2, 1.2 + view.scale / 1200) / unit;
      context.beginPath();
      context.arc(x * units, y * units, radius, 0, 2 * Math.PI);
      context.fillStyle = palette.steps[stepFor(code)];
      context.fill();
      context.lineWidth = (isChosen ? 2.5 : 0.75) / unit;
      context.strokeStyle = isChosen ? palette.chosen : palette.coast;
      context.stroke();
    }
  }

  return {
    /** @param {(code: string) => number} chosenStep step of shading of each country */
    shade(chosenStep) {
      stepFor = chosenStep;
    },

    /** @param {readonly Detail[]} shown parts to draw over the world */
    refine(shown) {
      details = shown;
    },

    /**
     * @param {View} view @param {Size} size @param {Palette} palette
     * @param {readonly string[]} chosen codes of the countries to outline
     */
    paint(view, size, palette, chosen) {
      const ratio = Math.min(devicePixelRatio || 1, SHARPEST);
      const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      draw(world, view, size, palette, chosen, ratio);
      for (const { geography, box } of view.scale < DETAILED ? [] : details) {
        const [x0, y0, x1, y1] = [...toScreen(view, size, box[0], box[1]), ...toScreen(view, size, box[2], box[3])]
          .map((value) => Math.round(value * ratio)); // whole pixels: no seam between two parts
        if (x0 > width || y0 > height || x1 < 0 || y1 < 0) continue;
        context.save();
        context.resetTransform();
        context.beginPath();
        context.rect(x0, y0, x1 - x0, y1 - y0);
        context.clip();
        draw(geography, view, size, palette, chosen, ratio);
        context.restore();
      }
    },
  };
}
