/** The map engine: keeps a view of the world, paints it, moves it, and says when it moved. */
import { createPainter } from './painter.js';
import { along, clamp, fit, pan, toScreen, toWorld, wholeWorld, zoomAround } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Box} Box */

const FLIGHT = 420; // ms
const SETTLED = 90; // ms without movement

/** @returns {boolean} */
const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * @param {object} parts
 * @param {HTMLElement} parts.frame
 * @param {HTMLCanvasElement} parts.canvas
 * @param {import('./geography.js').Geography} parts.geography
 * @param {() => import('./palette.js').Palette} parts.readPalette
 * @param {AbortSignal} parts.signal
 * @param {(settled: boolean) => void} parts.moved after each painted frame; settled: the movement is over
 */
export function createEngine({ frame, canvas, geography, readPalette, signal, moved }) {
  const painter = createPainter(canvas, geography);
  let size = { width: 0, height: 0 };
  /** @type {View} */
  let view = { x: 0.5, y: 0.5, scale: 1 };
  /** @type {import('./palette.js').Palette | undefined} read when the frame is on the page */
  let palette;
  let untouched = true; // the whole world stays the whole world when the frame changes its size
  let frameRequest = 0;
  let flight = 0;
  let timer = 0;
  /** @type {readonly string[]} */
  let chosen = [];

  function paint() {
    frameRequest = 0;
    if (!size.width || !size.height) return;
    painter.paint(view, size, (palette ??= readPalette()), chosen);
    moved(false);
    clearTimeout(timer);
    timer = window.setTimeout(() => moved(true), SETTLED);
  }

  function schedule() {
    frameRequest ||= requestAnimationFrame(paint);
  }

  /** @param {View} next */
  function go(next) {
    cancelAnimationFrame(flight);
    view = next;
    untouched = false;
    schedule();
  }

  /** @param {View} target */
  function fly(target) {
    if (prefersStillness()) return go(target);
    const from = view;
    const start = performance.now();
    const step = (/** @type {number} */ now) => {
      const share = Math.min(Math.max((now - start) / FLIGHT, 0), 1);
      go(along(from, target, share));
      if (share < 1) flight = requestAnimationFrame(step);
    };
    cancelAnimationFrame(flight);
    flight = requestAnimationFrame(step);
  }

  function home() {
    fly(wholeWorld(size));
    untouched = true;
  }

  /** Also called once when the frame becomes visible, so that the markers do not wait; later pictures keep step with the frame. */
  function resize() {
    const { clientWidth: width, clientHeight: height } = frame;
    if (!width || !height || (width === size.width && height === size.height)) return;
    const isFirst = !size.width;
    size = { width, height };
    view = untouched ? wholeWorld(size) : clamp(view, size);
    if (isFirst) return schedule();
    cancelAnimationFrame(frameRequest);
    paint();
  }

  /** @param {number} factor @param {number} [left] @param {number} [top] */
  const zoomed = (factor, left = size.width / 2, top = size.height / 2) => zoomAround(view, size, factor, left, top);

  const sizes = new ResizeObserver(resize);
  sizes.observe(frame);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', () => {
      palette = undefined;
      schedule();
    }, { signal });
  }
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(flight);
    cancelAnimationFrame(frameRequest);
    clearTimeout(timer);
  });

  return {
    resize,
    /** Reads the colours ahead of the first picture. */
    prepare() {
      palette ??= readPalette();
    },
    home,
    /** @param {number} factor @param {number} [left] pixels @param {number} [top] */
    zoomBy: (factor, left, top) => fly(zoomed(factor, left, top)),
    /** @param {number} left pixels @param {number} top */
    pan: (left, top) => go(pan(view, size, left, top)),
    /**
     * Zooms at once, for wheels and fingers.
     * @param {number} factor @param {number} [left] pixels @param {number} [top]
     * @returns {boolean} false when it cannot go further
     */
    zoom(factor, left, top) {
      const next = zoomed(factor, left, top);
      const changes = Math.abs(next.scale / view.scale - 1) > 1e-6;
      if (changes) go(next);
      return changes;
    },
    /** @param {number} left pixels @param {number} top */
    world: (left, top) => toWorld(view, size, left, top),
    get view() {
      return view;
    },
    get size() {
      return size;
    },
    /** @param {number} x world units @param {number} y */
    screen: (x, y) => toScreen(view, size, x, y),
    /**
     * Flies to a box, no closer than a scale, with room around it.
     * @param {Box} box @param {number} limit @param {number} margin pixels
     */
    show: (box, limit, margin) => fly(clamp(fit(box, size, limit, margin), size)),
    /** @param {(code: string) => number} stepFor @param {readonly string[]} codes to outline */
    dress(stepFor, codes) {
      painter.shade(stepFor);
      this.outline(codes);
    },
    /** @param {readonly string[]} codes */
    outline(codes) {
      chosen = codes;
      schedule();
    },
    /** @param {readonly import('./painter.js').Detail[]} details drawn over the world */
    refine(details) {
      painter.refine(details);
      schedule();
    },
  };
}
