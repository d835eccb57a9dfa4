/** The button that asks for the three questions: their module comes only for who wants them. */
import { h } from '../shared/dom.js';

/** @typedef {import('./directory.js').View} View */

/**
 * @param {View} view
 * @param {HTMLElement} main what holds the list
 * @param {(...texts: string[]) => void} adopt style sheets
 * @param {() => void} giveUp when the module cannot be had: the filters ask the same
 */
export function createFinderDoor(view, main, adopt, giveUp) {
  /** @type {import('../finder/index.js').Finder | undefined} */
  let finder;
  const element = h('button', {
    type: 'button', class: 'button button-strong finder', text: view.strings.t('finder'),
    on: {
      click: () => import('../finder/index.js').then(({ finderCss, openFinder }) => {
        adopt(finderCss);
        finder = openFinder(view, element, main);
      }, () => {
        element.hidden = true;
        giveUp();
      }),
    },
  });
  return { element, follow: () => finder?.follow() };
}
