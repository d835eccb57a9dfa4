/**
 * Listens for Shift, three times, on the whole page: who must leave may be anywhere on it. Only whether a key is Shift
 * is looked at, and nothing is kept. However many controls there are, one listens.
 */
import { createPresses } from './presses.js';

/** @typedef {{leave: () => void, announce: (sentence: 'once_more' | '') => void}} Control */

/** @type {Set<Control>} */
const controls = new Set();
const presses = createPresses();

/** @param {KeyboardEvent} event */
const onDown = (event) => presses.down(event);
const onPointer = () => presses.spoil();

/** @param {KeyboardEvent} event */
function onUp(event) {
  const meaning = presses.up(event, performance.now());
  const [first] = controls;
  if (meaning === 'leave') first.leave();
  else first.announce(meaning);
}

/** First in line on the way down, before anything on the page can stop an event. */
const CAPTURE = { capture: true };
const LISTENERS = /** @type {const} */ ([['keydown', onDown], ['keyup', onUp], ['pointerdown', onPointer]]);

/**
 * @param {Control} control
 * @param {AbortSignal} [signal] until then
 */
export function listen(control, signal) {
  if (controls.size === 0) {
    for (const [type, listener] of LISTENERS) addEventListener(type, /** @type {EventListener} */ (listener), CAPTURE);
  }
  controls.add(control);
  signal?.addEventListener('abort', () => {
    controls.delete(control);
    if (controls.size > 0) return;
    for (const [type, listener] of LISTENERS) removeEventListener(type, /** @type {EventListener} */ (listener), CAPTURE);
  });
}
