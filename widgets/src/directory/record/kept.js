/** Organisations that a visitor marks, in the memory of this page and nowhere else; what is done with them comes when one is marked. */
import { h } from '../../shared/dom.js';

/** @typedef {import('../directory.js').View} View */
/** @typedef {import('../../shared/organisation.js').Organisation} Organisation */

/** One list for each directory of the page. @type {WeakMap<View, ReturnType<typeof createKept>>} */
const lists = new WeakMap();

/** The button that puts an organisation on the list, or takes it off. @param {View} view @param {Organisation} o */
export function keepButton(view, o) {
  const list = lists.get(view) ?? createKept(view);
  lists.set(view, list);
  return list.button(o);
}

/** @param {View} view */
function createKept(view) {
  const { strings: { t }, place } = view;
  /** @type {Map<string, Organisation>} */
  const kept = new Map();
  /** @type {Promise<import('../shortlist/index.js').Shortlist> | null} */
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
      coming ??= import('../shortlist/index.js').then(({ createShortlist }) => createShortlist(view, { place, kept, changed: show }));
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
        ' ', h('span', { class: 'sr-only' }, ': ', h('bdi', { text: o.name })));
      dress(button, kept.has(o.id));
      return button;
    },
  };
}
