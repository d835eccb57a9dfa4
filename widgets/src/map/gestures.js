/** Pointer, wheel and keyboard on the frame of the map, told as pans, zooms, taps and hovers. The page's own scrolling goes first. */

/**
 * @typedef {object} Actions pixels count from the corner of the frame
 * @property {(left: number, top: number) => void} pan
 * @property {(factor: number, left?: number, top?: number) => boolean} zoom false when it cannot go further
 * @property {(factor: number, left?: number, top?: number) => void} zoomBy zooms with a movement
 * @property {() => void} home
 * @property {(left: number, top: number) => void} tap
 * @property {() => void} untap the last tap was the first of two
 * @property {(left: number, top: number) => void} hover
 * @property {() => void} leave
 * @property {(way: 'wheel' | 'touch') => void} ignored the page scrolls instead
 */

const STEP = 90;
const SLACK = 6; // pixels a finger moves while it taps
const DOUBLE = 350; // ms; the second tap of two zooms

/**
 * @param {HTMLElement} frame
 * @param {Actions} actions
 * @param {AbortSignal} signal
 */
export function listen(frame, actions, signal) {
  /** @type {Map<number, {left: number, top: number}>} */
  const fingers = new Map();
  let travelled = 0;
  let tapped = -DOUBLE;

  const at = (/** @type {MouseEvent} */ event) => {
    const box = frame.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  const inside = (/** @type {Event} */ { target }, /** @type {string} */ selector) =>
    target instanceof Element && target.closest(selector) !== null;

  /** @type {Record<string, (event: any) => void>} */
  const listeners = {
    pointerdown(/** @type {PointerEvent} */ event) {
      if (event.button || inside(event, '.zoom')) return;
      if (!fingers.size) travelled = 0;
      fingers.set(event.pointerId, at(event));
    },
    pointermove(/** @type {PointerEvent} */ event) {
      const now = at(event);
      const before = fingers.get(event.pointerId);
      if (!before) {
        if (event.pointerType === 'mouse') inside(event, 'button') ? actions.leave() : actions.hover(now.left, now.top);
        return;
      }
      const [dx, dy] = [now.left - before.left, now.top - before.top];
      travelled += Math.hypot(dx, dy);
      // Only a movement takes the pointer away from a marker it began on: a press stays a press.
      if (travelled > SLACK) frame.setPointerCapture(event.pointerId);
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const distance = (/** @type {typeof now} */ finger) => Math.hypot(finger.left - other.left, finger.top - other.top);
        actions.pan(dx / 2, dy / 2);
        actions.zoom(distance(now) / Math.max(distance(before), 1), (now.left + other.left) / 2, (now.top + other.top) / 2);
      } else if (travelled > SLACK) {
        actions.pan(dx, dy);
      }
      fingers.set(event.pointerId, now);
      frame.toggleAttribute('data-dragging', travelled > SLACK);
    },
    pointerup(/** @type {PointerEvent} */ event) {
      const { left, top } = at(event);
      const isTap = fingers.delete(event.pointerId) && !fingers.size && travelled <= SLACK && !inside(event, 'button');
      if (isTap && event.timeStamp - tapped > DOUBLE) actions.tap(left, top);
      if (isTap) tapped = event.timeStamp;
      frame.removeAttribute('data-dragging');
    },
    pointercancel(/** @type {PointerEvent} */ event) {
      // The page scrolls with it.
      if (fingers.delete(event.pointerId) && !fingers.size && event.pointerType === 'touch') actions.ignored('touch');
      frame.removeAttribute('data-dragging');
    },
    pointerleave: () => actions.leave(),
    dblclick(/** @type {MouseEvent} */ event) {
      if (inside(event, 'button')) return;
      const { left, top } = at(event);
      actions.untap();
      actions.zoomBy(event.shiftKey ? 0.5 : 2, left, top);
    },
    wheel(/** @type {WheelEvent} */ event) {
      if (!event.ctrlKey && !event.metaKey && !frame.matches(':focus-within')) return actions.ignored('wheel');
      const { left, top } = at(event);
      const lines = event.deltaMode ? 30 : 1;
      const moved = actions.zoom(2 ** (-Math.max(-200, Math.min(200, event.deltaY * lines)) / (event.ctrlKey ? 120 : 260)), left, top);
      if (moved || event.ctrlKey) event.preventDefault();
    },
    // Two fingers are ours, one finger scrolls the page up and down.
    touchmove(/** @type {TouchEvent} */ event) {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    },
    keydown(/** @type {KeyboardEvent} */ event) {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
      if (!action) return;
      event.preventDefault();
      action(actions);
    },
  };
  for (const [type, listener] of Object.entries(listeners)) frame.addEventListener(type, listener, { signal, passive: false });
}

/** @type {Record<string, (actions: Actions) => void>} */
const KEYS = {
  ArrowLeft: ({ pan }) => pan(STEP, 0),
  ArrowRight: ({ pan }) => pan(-STEP, 0),
  ArrowUp: ({ pan }) => pan(0, STEP),
  ArrowDown: ({ pan }) => pan(0, -STEP),
  '+': ({ zoomBy }) => zoomBy(2),
  '=': ({ zoomBy }) => zoomBy(2),
  '-': ({ zoomBy }) => zoomBy(0.5),
  _: ({ zoomBy }) => zoomBy(0.5),
  0: ({ home }) => home(),
  Home: ({ home }) => home(),
};
