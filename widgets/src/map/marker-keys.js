/** Arrows, Home and End go from one marker to the next. */

/** @type {Record<string, (at: number, last: number) => number>} */
const KEYS = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * @param {HTMLElement} layer
 * @param {AbortSignal} signal
 */
export function listenToMarkers(layer, signal) {
  layer.addEventListener('keydown', (event) => {
    const all = /** @type {HTMLElement[]} */ ([...layer.children]);
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
    if (at < 0 || !KEYS[event.key]) return;
    event.preventDefault();
    event.stopPropagation(); // the frame would pan
    all[KEYS[event.key](at, all.length - 1)].focus();
  }, { signal });
}
