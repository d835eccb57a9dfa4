/** One question after the other, each with a way past it; what is found so far is said all along. */
import { h } from '../shared/dom.js';
import { createPace } from '../shared/turns.js';
import { createQuestions } from './questions.js';

/** @typedef {import('../directory/directory.js').View} View */
/** @typedef {import('../shared/filters.js').Filters} Filters */

/**
 * @typedef {object} Ends
 * @property {(answers: Partial<Filters>) => void} finish a question that nobody touched leaves its filter as it was
 * @property {() => void} leave
 * @property {() => void} hurry to who answers around the clock
 */

/** @param {View} view @param {Ends} ends */
export function createSteps(view, { finish, leave, hurry }) {
  const { t } = view.strings;
  /** @type {Partial<Filters>} */
  let answers = {};
  let at = 0;
  const now = () => ({ ...view.filters(), ...answers });

  const questions = createQuestions(view, (answer) => {
    answers = { ...answers, ...answer };
    name();
    void count();
  });
  const last = questions.length - 1;

  /** @param {string} word @param {() => void} click @param {string} look */
  const button = (word, click, look = 'button') => h('button', { type: 'button', class: look, text: t(word), on: { click } });
  const next = h('button', { type: 'button', class: 'button button-strong', on: { click: () => forward() } });
  const back = button('finder_back', () => go(at - 1));
  const early = button('finder_show', () => finish(answers), 'finder-link');
  const found = h('p', { class: 'finder-found', role: 'status' });
  const step = h('p', { class: 'finder-step' });
  const bar = h('div', { class: 'finder-bar', 'aria-hidden': 'true' }, ...questions.map(() => h('span')));
  const danger = h('p', { class: 'finder-danger' }, h('strong', { text: t('finder_danger') }), ' ',
    button('finder_danger_go', hurry, 'finder-link'));

  // No form: in a frame without `allow-forms` its button would do nothing.
  const element = h('section', {
    class: 'finder-panel finder-questions', 'aria-label': t('finder'), part: 'finder',
    on: {
      /** @param {KeyboardEvent} event */
      keydown(event) {
        const { key, target } = event;
        if (key === 'Enter' && target instanceof HTMLInputElement) forward();
        if (key !== 'Escape') return;
        event.stopPropagation(); // the page around may close something of its own
        leave();
      },
    },
  },
  danger, h('div', { class: 'finder-head' }, step, button('finder_leave', leave, 'finder-link')), bar,
  ...questions.map((question) => question.element),
  h('div', { class: 'finder-foot' }, next, back, found, early),
  h('p', { class: 'finder-private', text: t('finder_private') }));

  /** What the button does depends on whether there is an answer. */
  function name() {
    next.textContent = t(at === last ? 'finder_show' : now()[questions[at].name].length ? 'finder_next' : 'finder_skip');
  }

  /** @param {number} to */
  function show(to) {
    at = to;
    questions.forEach(({ element: one }, i) => { one.hidden = i !== at; });
    [...bar.children].forEach((piece, i) => piece.classList.toggle('finder-done', i <= at));
    step.textContent = t('finder_step', { at: at + 1, of: questions.length });
    danger.hidden = at > 0;
    back.hidden = at === 0;
    early.hidden = at === last;
    name();
  }

  /** @param {number} to */
  function go(to) {
    show(to);
    questions[at].focus();
    element.scrollIntoView({ block: 'nearest' });
  }

  function forward() {
    if (at < last) go(at + 1);
    else finish(answers);
  }

  let counting = 0;

  async function count() {
    const turn = ++counting;
    const { order, facets } = await view.find(answers);
    if (turn !== counting) return; // another answer came meanwhile
    found.textContent = t('finder_so_far', { found: t('organisations', { count: order.length }) });
    for (const question of questions) await question.count?.(facets, createPace());
  }

  for (const question of questions) question.show(now());
  show(0);
  void count();
  return { element, focus: () => go(0) };
}
