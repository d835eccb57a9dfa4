/**
 * Counts how often Shift is pressed alone, each time without another key or a click: typing capitals or selecting text
 * with Shift never counts. Pure: the times come from outside.
 *
 * Shift three times within five seconds is what the GOV.UK Design System found people can learn and do
 * (component "Exit this page").
 */
const TIMES = 3;
const WITHIN = 5000; // milliseconds from the first press to the last

/** @typedef {'once_more' | 'leave' | ''} Meaning of a press */

export function createPresses() {
  /** @type {number[]} */
  let presses = [];
  let alone = false;

  return {
    /** Something other than Shift happened. */
    spoil() {
      presses = [];
      alone = false;
    },

    /** @param {{key: string, repeat: boolean}} event a key went down */
    down({ key, repeat }) {
      if (key !== 'Shift') this.spoil();
      else if (!repeat) alone = true;
    },

    /**
     * @param {{key: string}} event a key came up
     * @param {number} now milliseconds
     * @returns {Meaning}
     */
    up({ key }, now) {
      if (key !== 'Shift' || !alone) return '';
      alone = false;
      presses = [...presses.filter((time) => now - time <= WITHIN), now];
      if (presses.length >= TIMES) return 'leave';
      return presses.length === TIMES - 1 ? 'once_more' : '';
    },
  };
}
