/** What was found, in a sentence above the list that stays true whatever is filtered next; and ways on when it is little. */
import { h } from '../shared/dom.js';
import { urgently, widerWays } from './answers.js';
import { sentence } from './sentence.js';

/** @typedef {import('../directory/directory.js').View} View */

/** So many or fewer are little to choose from. */
const FEW = 3;

/** @param {View} view @param {() => void} changeAnswers */
export function createOutcome(view, changeAnswers) {
  const { t, country, list } = view.strings;
  const words = h('p', { class: 'finder-sentence', tabindex: -1 });
  const ways = h('div', { class: 'finder-ways' });
  const element = h('section', { class: 'finder-panel', 'aria-label': t('finder'), part: 'finder' }, words, ways,
    h('button', { type: 'button', class: 'finder-link', text: t('finder_change'), on: { click: changeAnswers } }));

  /** Ways that find more than now, the one that finds most first; who answers around the clock always. @param {number} count */
  async function waysOn(count) {
    const filters = view.filters();
    const wider = await Promise.all(widerWays(filters).map(async (way) => ({ ...way, more: (await view.find(way.change)).order.length })));
    const better = wider.filter(({ more }) => more > count).sort((a, b) => b.more - a.more);
    if (filters.urgent) return better;
    const change = urgently(filters);
    const { order } = await view.find(change);
    return order.length ? [...better, { word: 'finder_urgent', change, more: order.length }] : better;
  }

  /** @param {number} count */
  async function offers(count) {
    const places = list(view.filters().country.map(country));
    return (await waysOn(count)).map(({ word, change, more }) => h('li', {}, h('button', {
      type: 'button', class: 'button', text: t(word, { country: places, found: t('organisations', { count: more }) }),
      on: {
        click() {
          view.change(change);
          void show();
        },
      },
    })));
  }

  let drawing = 0;

  /** Says what the filters find now. */
  async function refresh() {
    const turn = ++drawing;
    const count = (await view.find({})).order.length;
    const items = count > FEW ? [] : await offers(count);
    if (turn !== drawing) return; // another change came meanwhile and says it
    const text = sentence(view, count);
    if (words.textContent !== text) words.textContent = text;
    ways.replaceChildren(...[
      count === 0 && h('p', { text: t('finder_none') }),
      items.length > 0 && h('p', { text: t(count ? 'finder_few' : 'finder_ways') }),
      items.length > 0 && h('ul', {}, ...items),
    ].filter((part) => part !== false));
  }

  /** The same, and takes whoever asked there. */
  async function show() {
    await refresh();
    words.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  }

  return { element, refresh, show };
}
