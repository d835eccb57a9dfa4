/** Organisations that a visitor marks, in the memory of this page and nowhere else; what is done with them comes when one is marked. */
import { h } from '../shared/dom.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/organisation.js').Organisation} Organisation */

/** @param {View} view @param {HTMLElement} place where the list of them goes */
export function createKept(view, place) {
  const { t } = view.strings;
  /** @type {Map<string, Organisation>} */
  const kept = new Map();
  /** @type {Promise<import('./shortlist/index.js').Shortlist> | null} */
  let coming = null;

  /** @param {Element} button @param {boolean} pressed */
  function dress(button, pressed) {
    button.setAttribute('aria-pressed', String(pressed));
    button.firstChild?.replaceWith(t(pressed ? 'kept' : 'keep'));
  }

  function show() {
    for (const button of place.querySelectorAll('.keep')) dress(button, kept.has(/** @type {HTMLElement} */ (button).dataset.id ?? ''));
  }

  /** @param {Organisation} o */
  async function toggle(o) {
    if (!kept.delete(o.id)) kept.set(o.id, o);
    show();
    try {
      coming ??= import('./shortlist/index.js').then(({ createShortlist }) => createShortlist(view, { place, kept, changed: show }));
      (await coming).show();
    } catch {
      coming = null;
      kept.clear();
      show();
      view.announce(t('failed_unreachable'));
    }
  }

  return {
    /** @param {Organisation} o */
    button(o) {
      const button = h('button', { type: 'button', class: 'keep', 'data-id': o.id, on: { click: () => void toggle(o) } },
        ' ', h('span', { class: 'sr-only', text: `: ${o.name}` }));
      dress(button, kept.has(o.id));
      return button;
    },
  };
}
