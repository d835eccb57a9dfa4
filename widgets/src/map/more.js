/** The map's second module, loaded after the first paint: makes it usable and puts the directory below it. */
import { h, sheetOf } from '../shared/dom.js';
import { createInteraction } from './interaction.js';
import styles from './more.css';
import { MORE } from './more-strings.js';
import { countServing } from './serving.js';

/** @typedef {{id: string, slug: string, name: string}} Selection */

/**
 * @typedef {object} More
 * @property {readonly string[]} folders where the published files are
 * @property {() => readonly string[]} country the countries chosen by now
 * @property {(codes: string[]) => void} chooseCountries
 * @property {(selection: Selection) => boolean} choose false: the page shows the organisation itself
 * @property {string} oldDay UTC day of a copy too old to draw points from, or ''
 */

/**
 * @param {import('./map-view.js').MapView} map
 * @param {typeof import('../directory/index.js')} directory
 * @param {import('../shared/element.js').Context & More} context
 * @returns {Promise<import('../directory/directory.js').MountedDirectory>}
 */
export async function complete(map, directory, context) {
  const { options, strings, stage, signal, announce, oldDay, choose, chooseCountries } = context;
  const [data] = await Promise.all([
    directory.fetchDirectory(context.folders, options.lang, signal), directory.teachDirectoryWords(strings),
  ]);
  signal.throwIfAborted();
  strings.learn(MORE[options.lang]);
  addStyles(stage);

  const list = h('div', { class: 'list', part: 'list', tabindex: -1 });
  const interaction = createInteraction(map, {
    strings, signal, chooseCountries,
    chooseOrganisation({ id, slug, name }) {
      if (choose({ id, slug, name })) mounted.select(id);
    },
    seeList() {
      list.focus({ preventScroll: true });
      list.scrollIntoView({ block: 'start' });
    },
  });
  if (oldDay) interaction.withoutPoints(oldDay);

  const index = directory.createIndex();
  let following = 0;
  stage.append(list);
  const mounted = directory.mountDirectory(list, {
    options: { ...options, country: context.country() }, strings, data, announce, onSelect: choose,
    onFilter(filtered) {
      clearTimeout(following);
      following = window.setTimeout(follow, 0, filtered);
    },
  });
  signal.addEventListener('abort', () => clearTimeout(following));

  /**
   * The map follows the list in a task of its own, so that typing stays quick.
   * @param {import('../directory/directory.js').Filtered} filtered
   */
  function follow({ filters, organisations }) {
    const anywhere = filters.country.length
      ? directory.applyFilters(data.organisations, { ...filters, country: [] }, data.regions, index).organisations : organisations;
    map.showCounts(countServing(anywhere, data.regions));
    map.choose(filters.country);
    if (!oldDay) following = window.setTimeout(interaction.showPoints, 0, organisations);
  }

  return mounted;
}

/** @param {HTMLElement} stage */
function addStyles(stage) {
  const root = /** @type {ShadowRoot} */ (stage.getRootNode());
  const sheet = sheetOf(styles);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
