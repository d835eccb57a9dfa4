/** Long work in slices: whoever uses the page gets a turn after each of them. */

/** Length of a slice, ms: also on a slow phone a task stays far below what a hand notices. */
const SLICE = 12;

/** @typedef {ReturnType<typeof createPace>} Pace */

/** Timers wait longer and longer when they follow each other; messages do not. @returns {Promise<void>} */
const byMessage = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
});

/** The page gets a turn. @returns {Promise<void>} */
export function nextTurn() {
  const { scheduler } = /** @type {any} */ (globalThis);
  if (scheduler?.yield) return scheduler.yield();
  return scheduler?.postTask ? scheduler.postTask(() => {}) : byMessage();
}

/** After the browser has painted what there is; in a hidden page, where it does not paint, soon. @returns {Promise<void>} */
export const nextFrame = () => new Promise((resolve) => {
  const late = setTimeout(resolve, 100);
  requestAnimationFrame(() => {
    clearTimeout(late);
    setTimeout(resolve);
  });
});

/** Whoever starts work that others stop passes errors through this. @param {unknown} error */
export function unlessStopped(error) {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}

/**
 * Use in a loop: `if (pace.due()) await pace.turn();`
 * @param {AbortSignal} [signal] `turn` throws its reason when it aborted meanwhile
 */
export function createPace(signal) {
  let end = performance.now() + SLICE;
  return {
    due: () => performance.now() >= end,
    async turn() {
      await nextTurn();
      signal?.throwIfAborted();
      end = performance.now() + SLICE;
    },
  };
}
