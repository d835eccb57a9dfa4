/** `<defenders-map>`: the world map of organisations, with the directory below or beside it once the map is painted. */
import { dataFolders, fetchOverview } from '../shared/data.js';
import { DefendersElement } from '../shared/element.js';
import { FILTER_OPTIONS } from '../shared/options.js';
import { isStale } from '../shared/verification.js';
import { readGeography } from './geography.js';
import { createMap } from './map-view.js';
import { MAP } from './strings.js';
import { worldX, worldY, zoomOf } from './view.js';
import styles from './map.css';

/** @typedef {import('../shared/element.js').Context} Context */
/** @typedef {import('../shared/options.js').Options} Options */

/** The overview counts all organisations; with another filter than the country, only the directory can count. @param {Readonly<Options>} options */
const needsDirectory = (options) => FILTER_OPTIONS.some((name) => {
  const value = options[name];
  return name !== 'country' && (Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== '');
});

/** The page gets a turn between two pieces of work. */
const pause = () => new Promise((resolve) => {
  setTimeout(resolve);
});

/** After the browser has painted what there is. */
const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
});

export class DefendersMap extends DefendersElement {
  static styles = [styles];

  static tables = [MAP];

  static reserve = '42rem';

  /** @type {import('../directory/directory.js').MountedDirectory | null} */
  #directory = null;

  /**
   * @override
   * @param {Context} context
   */
  async draw(context) {
    const { options, strings, stage, signal, ready } = context;
    const folders = dataFolders(options);
    const countsFirst = !needsDirectory(options);
    let countries = options.country;
    const chooseCountries = (/** @type {string[]} */ codes) => {
      countries = codes;
      if (this.#directory) this.#directory.update({ country: codes });
      else map.choose(codes);
    };
    const coming = fetchOverview(folders, signal);
    coming.catch(() => {}); // told when it is awaited
    await pause();
    const world = readGeography();
    await pause();
    signal.throwIfAborted();
    const map = createMap({ stage, strings, signal, world, height: options.height, chooseCountries });
    const overview = await coming;
    signal.throwIfAborted();
    const isOld = isStale(overview.as_of, Date.now());
    const appear = () => {
      ready({ organisations: overview.total });
      map.appear();
    };
    if (countsFirst) {
      map.showCounts(overview);
      if (!isOld) map.showGroups((scale) => readyGroups(overview.clusters, scale), '');
      map.choose(countries);
      appear();
      await painted();
    }

    const [directory, { complete }] = await Promise.all([import('../directory/index.js'), import('./more.js')]);
    this.#directory = await complete(map, directory, {
      ...context, folders, chooseCountries,
      country: () => countries,
      oldDay: isOld ? overview.as_of : '',
      choose: (detail) => this.announceSelection(detail),
    });
    signal.addEventListener('abort', () => {
      this.#directory?.destroy();
      this.#directory = null;
    });
    if (!countsFirst) appear();
  }

  /**
   * @override
   * @param {Partial<Options>} changed
   */
  update(changed) {
    this.#directory?.update(changed);
    return this.#directory !== null;
  }
}

/**
 * Of the ready-made clusters, those for the zoom nearest to a scale.
 * @param {import('../shared/data.js').Overview['clusters']} clusters
 * @param {number} scale
 * @returns {import('./map-view.js').Group[]}
 */
function readyGroups(clusters, scale) {
  const zoom = /** @type {'1' | '2' | '3'} */ (String(Math.min(Math.max(Math.round(zoomOf(scale)), 1), 3)));
  return clusters[zoom].map(([lng, lat, count]) => {
    const [x, y] = [worldX(lng), worldY(lat)];
    return { x, y, count, organisations: [], city: '', box: [x, y, x, y] };
  });
}
