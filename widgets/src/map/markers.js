/** Buttons on the map. Together they are one stop for the Tab key; marker-keys.js goes from one to the next. */
import { h } from '../shared/dom.js';

/**
 * @typedef {object} Marker
 * @property {string} key the same marker keeps its button and its focus
 * @property {number} x world units
 * @property {number} y
 * @property {string} text what the eye sees; '' for a single organisation
 * @property {string} label what it is called
 * @property {string} kind class and part: `number`, `cluster` or `single`
 * @property {number} [width] pixels
 * @property {boolean} [pressed]
 * @property {(event: MouseEvent) => void} choose
 */

/**
 * @param {HTMLElement} layer
 * @param {() => void} lost the focused marker went and none is left
 */
export function createMarkers(layer, lost) {
  /** @type {Map<string, {marker: Marker, button: HTMLElement}>} */
  let shown = new Map();

  const buttons = () => /** @type {HTMLElement[]} */ ([...layer.children]);
  const focused = () => /** @type {ShadowRoot} */ (layer.getRootNode()).activeElement;

  /** @param {HTMLElement | undefined} button */
  function makeStop(button) {
    for (const other of buttons()) other.tabIndex = other === button ? 0 : -1;
  }

  layer.addEventListener('focusin', ({ target }) => makeStop(/** @type {HTMLElement} */ (target)));

  /** @param {Marker} marker */
  function create(marker) {
    const button = h('button', { type: 'button', tabindex: -1, on: {
      click: (/** @type {MouseEvent} */ event) => shown.get(marker.key)?.marker.choose(event),
    } });
    return button;
  }

  /** @param {HTMLElement} button @param {Marker} marker */
  function dress(button, { text, label, kind, width, pressed }) {
    button.className = `marker ${kind}`;
    button.setAttribute('part', `marker ${kind}`);
    button.setAttribute('aria-label', label);
    button.title = label;
    if (button.textContent !== text) button.textContent = text;
    button.style.width = width ? `${width}px` : '';
    if (pressed === undefined) button.removeAttribute('aria-pressed');
    else button.setAttribute('aria-pressed', String(pressed));
  }

  return {
    /** @param {readonly Marker[]} markers in the order of the keyboard */
    set(markers) {
      const active = focused();
      const previous = [...shown.values()].find(({ button }) => button === active)?.marker;
      const next = new Map();
      for (const marker of markers) {
        const button = shown.get(marker.key)?.button ?? create(marker);
        dress(button, marker);
        next.set(marker.key, { marker, button });
      }
      for (const [key, { button }] of shown) if (!next.has(key)) button.remove();
      shown = next;
      const wanted = markers.map(({ key }) => next.get(key).button);
      wanted.forEach((button, i) => {
        if (layer.children[i] !== button) layer.insertBefore(button, layer.children[i] ?? null);
      });
      const stop = wanted.find((button) => button.tabIndex === 0) ?? wanted[0];
      makeStop(stop);
      if (previous && focused() !== active) {
        const distance = (/** @type {Marker} */ { x, y }) => (x - previous.x) ** 2 + (y - previous.y) ** 2;
        const nearest = [...markers].sort((a, b) => distance(a) - distance(b))[0];
        if (nearest) next.get(nearest.key).button.focus();
        else lost();
      }
    },

    /** @param {(x: number, y: number) => [number, number]} screen world units to pixels */
    place(screen) {
      for (const { marker, button } of shown.values()) {
        const [left, top] = screen(marker.x, marker.y);
        button.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px) translate(-50%, -50%)`;
      }
    },
  };
}
