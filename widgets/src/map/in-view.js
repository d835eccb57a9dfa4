/** Keeps the list to what the map shows, while the visitor wants that. */
import { h } from '../shared/dom.js';
import { unlessStopped } from '../shared/turns.js';

/** @typedef {import('../shared/bits.js').Bits} Bits */

/**
 * @param {import('./map-view.js').MapView} map
 * @param {object} parts
 * @param {import('../shared/strings.js').Strings} parts.strings
 * @param {import('./points.js').MapPoints} parts.points
 * @param {(within: Bits | null) => void} parts.limit
 * @param {AbortSignal} parts.signal
 */
export function createInView(map, { strings, points, limit, signal }) {
  const box = /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', on: { change: () => void look() } }));
  const element = h('label', { class: 'in-view' }, box, h('span', { text: strings.t('in_view') }));
  map.well.after(element);
  let limited = '';
  let asked = false; // the list does not know it yet
  let run = new AbortController();
  signal.addEventListener('abort', () => run.abort());

  /** @param {Bits | null} within */
  function set(within) {
    const now = within ? `${within.words}` : '';
    if (now === limited) return; // the same organisations
    limited = now;
    asked = within !== null;
    limit(within);
  }

  async function look() {
    run.abort();
    run = new AbortController();
    element.hidden = map.shows !== 'places';
    if (element.hidden) box.checked = false;
    if (!box.checked) return set(null);
    try {
      const within = await points.inFrame(run.signal);
      if (box.checked) set(within);
    } catch (error) {
      unlessStopped(error);
    }
  }

  void look();
  return {
    /** Call when the map has come to rest, or shows something else. */
    look: () => void look(),

    /** The list says what it is limited to: the visitor may have cleared all filters. @param {Bits | null} within */
    told(within) {
      if (within) asked = false;
      if (within || asked) return;
      limited = '';
      box.checked = false;
    },
  };
}
