/** `<defenders-map>`: the world map of organisations, with the directory below or beside it once the map is painted. */
import { dataFolders, fetchOverview, inOrder } from '../shared/data.js';
import { DefendersElement } from '../shared/element.js';
import { FILTER_OPTIONS } from '../shared/options.js';
import { nextFrame, nextTurn } from '../shared/turns.js';
import { isStale } from '../shared/verification.js';
import { readGeography } from './geography.js';
import { createMap } from './map-view.js';
import { MAP } from './strings.js';
import styles from './map.css';

/** @typedef {import('../shared/element.js').Context} Context */
/** @typedef {import('../shared/options.js').Options} Options */

/** The overview counts all organisations; with another filter than the country, only the directory can count. @param {Readonly<Options>} options */
const needsDirectory = (options) => FILTER_OPTIONS.some((name) => {
  const value = options[name];
  return name !== 'country' && (Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== '');
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
    const { options, strings, stage, signal, ready, lacks } = context;
    const folders = dataFolders(options);
    const countsFirst = !needsDirectory(options);
    let countries = options.country;
    const chooseCountries = (/** @type {string[]} */ codes) => {
      countries = codes;
      if (this.#directory) this.#directory.update({ country: codes });
      else map.show({ chosen: codes });
    };
    const coming = fetchOverview(folders, signal);
    coming.catch(() => {}); // told when it is awaited
    await nextTurn();
    const world = readGeography();
    await nextTurn();
    signal.throwIfAborted();
    const map = createMap({ stage, strings, signal, world, height: options.height, chooseCountries });
    await strings.prepare();
    map.engine.prepare();
    await nextTurn();
    const overview = await coming;
    await nextTurn();
    signal.throwIfAborted();
    const isOld = isStale(overview.as_of, Date.now());
    const appear = () => {
      ready({ organisations: overview.total });
      map.appear();
    };
    if (countsFirst) {
      map.show({ counts: overview, chosen: countries });
      appear();
      await nextFrame();
    }

    const more = {
      ...context, folders: inOrder(folders), chooseCountries,
      country: () => countries,
      clusters: countsFirst && !isOld ? overview.clusters : null,
      oldDay: isOld ? overview.as_of : '',
      choose: (/** @type {any} */ detail) => this.announceSelection(detail),
    };
    try {
      await this.#complete(map, more);
    } catch (error) {
      if (!countsFirst || signal.aborted) throw error;
      lacks(error); // a map that counts is better than none
    }
    if (!countsFirst) appear();
  }

  /** @param {import('./map-view.js').MapView} map @param {Context & import('./more.js').More} more */
  async #complete(map, more) {
    const [directory, { complete }] = await Promise.all([import('../directory/index.js'), import('./more.js')]);
    const mounted = await complete(map, directory, more);
    if (more.signal.aborted) return mounted.destroy();
    this.#directory = mounted;
    more.signal.addEventListener('abort', () => {
      mounted.destroy();
      this.#directory = null;
    });
    await mounted.shown;
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
