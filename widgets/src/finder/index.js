/** The finder's module, loaded when a visitor asks for it: three questions, and the directory for their answers. */
import { urgently } from './answers.js';
import { createSteps } from './steps.js';
import { createOutcome } from './outcome.js';
import { FINDER_WORDS } from './strings.js';

export { default as finderCss } from './finder.css';

/** @typedef {import('../directory/directory.js').View} View */
/** @typedef {import('../shared/filters.js').Filters} Filters */
/** @typedef {{follow: () => void}} Finder `follow`: other filters are in use now */

/**
 * Asks the questions below the button that was pressed; the outcome stands above the list.
 * @param {View} view
 * @param {HTMLElement} door the button; back with the focus when the questions are left
 * @param {HTMLElement} main what holds the list
 * @returns {Finder}
 */
export function openFinder(view, door, main) {
  view.strings.learn(FINDER_WORDS[view.strings.lang]);
  const outcome = createOutcome(view, ask);
  /** @type {HTMLElement | null} */
  let steps = null;

  function ask() {
    outcome.element.remove();
    const { element, focus } = createSteps(view, {
      finish,
      hurry: () => finish(urgently(view.filters())),
      leave() {
        closeSteps();
        door.focus();
      },
    });
    steps = element;
    door.hidden = true;
    door.after(steps);
    focus();
  }

  function closeSteps() {
    steps?.remove();
    steps = null;
    door.hidden = false;
  }

  /** @param {Partial<Filters>} answers */
  function finish(answers) {
    closeSteps();
    view.change(answers);
    main.prepend(outcome.element);
    void outcome.show();
  }

  ask();
  return { follow: () => void (outcome.element.isConnected && outcome.refresh()) };
}
