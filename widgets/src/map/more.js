/** The map's second module, loaded after the first paint: makes it usable and puts the directory below it. */
import { h, sheetOf } from '../shared/dom.js';
import { nextFrame, nextTurn } from '../shared/turns.js';
import { keepInStep } from './in-step.js';
import { createInView } from './in-view.js';
import { createInteraction } from './interaction.js';
import { createKey } from './key.js';
import styles from './more.css';
import { MORE } from './more-strings.js';
import { createPoints } from './points.js';

/** @typedef {{id: string, slug: string, name: string}} Selection */

/**
 * @typedef {object} More
 * @property {readonly string[]} folders where the published files are
 * @property {() => readonly string[]} country the countries chosen by now
 * @property {(codes: string[]) => void} chooseCountries
 * @property {(selection: Selection) => boolean} choose false: the page shows the organisation itself
 * @property {import('../shared/data.js').Overview['clusters'] | null} clusters ready-made ones, where they show what the directory will
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
  strings.learn(MORE[options.lang]);
  addStyles(stage);
  const coming = Promise.all([
    directory.fetchDirectory(context.folders, options.lang, signal), directory.teachDirectoryWords(strings),
  ]);
  const loading = h('p', { class: 'loading', text: strings.t('loading') });
  const list = h('div', { class: 'list', part: 'list', tabindex: -1 }, loading);
  /** @type {(at: number) => void} */
  let openRecord = () => {};
  const interaction = createInteraction(map, {
    strings, signal, folders: context.folders, clusters: context.clusters, chooseCountries,
    chooseOrganisation: (at) => openRecord(at),
    seeList() {
      list.focus({ preventScroll: true });
      list.scrollIntoView({ block: 'start' });
    },
  });
  if (oldDay) map.show({ note: strings.t('stale', { date: strings.date(oldDay) }) });
  stage.append(list);

  const [data] = await coming.finally(() => loading.remove());
  await nextTurn();
  signal.throwIfAborted();
  const country = context.country();
  const points = oldDay ? null : createPoints(map, interaction.places, strings, data.catalogue, signal);
  const inView = points && createInView(map, { strings, points, signal, limit: (within) => mounted.update({ within }) });
  const inStep = keepInStep(map, { list, points, markers: interaction.places, countriesOf: countriesOf(data), signal });
  const key = points && createKey(map, data.labels.precision ?? {});
  interaction.follow({
    moved: inStep.follow,
    settled: inView?.look,
    dressed() {
      inView?.look();
      key?.look();
    },
  });
  const mounted = await directory.mountDirectory(list, {
    options: { ...options, country }, strings, data, announce, onSelect: choose,
    async onFilter({ filters, serving, matching }) {
      await nextFrame(); // the list comes first
      if (signal.aborted) return;
      inView?.told(filters.within);
      map.show(filters.within ? { chosen: filters.country } : { counts: serving, chosen: filters.country });
      points?.show(matching);
    },
  });
  if (context.country() !== country) mounted.update({ country: context.country() }); // chosen on the map meanwhile
  openRecord = (at) => {
    const { id, slug, name } = data.catalogue.organisation(at);
    if (choose({ id, slug, name })) void mounted.select(at);
  };
  return mounted;
}

/** Countries that an organisation names, and those of the regions it names. @param {import('../shared/directory-data.js').Directory} data */
const countriesOf = ({ catalogue, regions }) => (/** @type {number} */ at) =>
  catalogue.organisation(at).areas_served.flatMap((area) => regions[area] ?? area);

/** @param {HTMLElement} stage */
function addStyles(stage) {
  const root = /** @type {ShadowRoot} */ (stage.getRootNode());
  const sheet = sheetOf(styles, stage);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
