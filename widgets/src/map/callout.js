/** The callout on the map: what a chosen country offers, or which organisations share a place. */
import { h } from '../shared/dom.js';
import { createPace } from '../shared/turns.js';

/** Names in the list at first; with hundreds in one city the others follow in slices. */
const AT_ONCE = 20;

/** @param {string} text @param {() => void} click */
const quiet = (text, click) => h('button', { type: 'button', class: 'quiet', on: { click } }, h('bdi', { text }));

/**
 * @param {import('../shared/strings.js').Strings} strings
 * @param {() => void} closed by the visitor
 * @param {() => void} changed something else is shown, or nothing
 */
export function createCallout({ t }, closed, changed) {
  const element = h('section', { class: 'callout', part: 'callout', '.hidden': true, on: {
    keydown(/** @type {KeyboardEvent} */ event) {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      closed();
    },
  } });

  /** @param {string} title @param {...Node} content */
  function open(title, ...content) {
    changed();
    const heading = h('h2', { tabindex: -1, text: title });
    element.replaceChildren(
      h('header', {}, heading, h('button', { type: 'button', class: 'close', 'aria-label': t('close'), title: t('close'), on: { click: closed } })),
      ...content);
    element.hidden = false;
    return heading;
  }

  return {
    element,
    close() {
      if (!element.hidden) changed();
      element.hidden = true;
    },
    /** @param {string} title @param {readonly string[]} lines @param {() => void} list @param {() => void} clear */
    showCountry(title, lines, list, clear) {
      open(title,
        h('ul', { role: 'list' }, ...lines.map((line) => h('li', { text: line }))),
        h('footer', {}, quiet(t('see_list'), list), quiet(t('any_country'), clear)));
    },
    /** @param {string} title @param {readonly number[]} organisations @param {(at: number) => string} nameOf @param {(at: number) => void} choose */
    async showOrganisations(title, organisations, nameOf, choose) {
      const line = (/** @type {number} */ at) => h('li', { 'data-at': at }, quiet(nameOf(at), () => choose(at)));
      const list = h('ul', { role: 'list', class: 'names' }, ...organisations.slice(0, AT_ONCE).map(line));
      open(title, list).focus({ preventScroll: true });
      const pace = createPace();
      for (const at of organisations.slice(AT_ONCE)) {
        if (pace.due()) await pace.turn();
        if (!list.isConnected) return;
        list.append(line(at));
      }
    },
  };
}
