/**
 * Texts kept as bytes outside the script heap: ten thousand records as objects would weigh on every collection of
 * garbage, although a page shows twenty of them.
 */

const BLOCK = 256 * 1024;

/** UTF-8 bytes that a UTF-16 code unit may take. */
const WIDEST = 3;

export function createTextStore() {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  /** @type {Uint8Array[]} */
  const blocks = [];
  let used = 0;
  // One number of each per text; objects would take more than the texts' place.
  /** @type {number[]} */
  const places = [];
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];

  return {
    /** @param {string} text @returns {number} where to find it: 0, 1, 2 … */
    add(text) {
      let block = blocks[blocks.length - 1];
      const needed = text.length * WIDEST;
      if (!block || block.length - used < needed) {
        block = new Uint8Array(Math.max(BLOCK, needed));
        blocks.push(block);
        used = 0;
      }
      const { written } = encoder.encodeInto(text, block.subarray(used));
      starts.push(used);
      used += written;
      ends.push(used);
      return places.push(blocks.length - 1) - 1;
    },

    /** @param {number} at */
    text: (at) => decoder.decode(blocks[places[at]].subarray(starts[at], ends[at])),
  };
}
