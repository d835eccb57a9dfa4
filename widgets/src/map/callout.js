/** The callout on the map: what a chosen country offers, or which organisations share a place. */
import { h } from '../shared/dom.js';

/** @typedef {import('../shared/organisation.js').Organisation} Organisation */

/**
 * @param {import('../shared/strings.js').Strings} strings
 * @param {() => void} closed
 */
export function createCallout({ t }, closed) {
  const element = h('section', { class: 'callout', part: 'callout', '.hidden': true, on: {
    keydown(/** @type {KeyboardEvent} */ event) {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      closed();
    },
  } });

  /** @param {string} title @param {...Node} content */
  function open(title, ...content) {
    const heading = h('h3', { tabindex: -1, text: title });
    element.replaceChildren(
      h('header', {}, heading, h('button', { type: 'button', class: 'close', 'aria-label': t('close'), title: t('close'), on: { click: closed } })),
      ...content);
    element.hidden = false;
    return heading;
  }

  return {
    element,
    close() {
      element.hidden = true;
    },
    /** @param {string} title @param {readonly string[]} lines @param {() => void} clear */
    showCountry(title, lines, clear) {
      open(title,
        h('ul', { role: 'list' }, ...lines.map((line) => h('li', { text: line }))),
        h('button', { type: 'button', class: 'quiet', text: t('any_country'), on: { click: clear } }));
    },
    /** @param {string} title @param {readonly Organisation[]} organisations @param {(organisation: Organisation) => void} choose */
    showOrganisations(title, organisations, choose) {
      const heading = open(title, h('ul', { role: 'list', class: 'names' }, ...organisations.map((organisation) =>
        h('li', {}, h('button', { type: 'button', class: 'quiet', text: organisation.name, dir: 'auto', on: { click: () => choose(organisation) } })))));
      heading.focus({ preventScroll: true });
    },
  };
}
