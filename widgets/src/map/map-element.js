/** `<defenders-map>`: the world map of organisations, with the directory below or beside it once the map is painted. */
import { dataFolders, fetchOverview } from '../shared/data.js';
import { h } from '../shared/dom.js';
import { DefendersElement } from '../shared/element.js';
import { FILTER_OPTIONS } from '../shared/options.js';
import { isStale } from '../shared/verification.js';
import { countServing } from './choropleth.js';
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

/** After the browser has painted what there is. */
const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
});

export class DefendersMap extends DefendersElement {
  static styles = [styles];

  static tables = [MAP];

  /** @type {import('../directory/directory.js').MountedDirectory | null} */
  #directory = null;

  /**
   * @override
   * @param {Context} context
   */
  async draw(context) {
    const { options, strings, stage, signal, ready } = context;
    const folders = dataFolders(options);
    let countries = options.country;
    const map = createMap({
      stage, strings, signal, height: options.height,
      chooseCountries: (codes) => {
        countries = codes;
        if (this.#directory) this.#directory.update({ country: codes });
        else map.choose(codes);
      },
      chooseOrganisation: (organisation) => {
        if (this.announceSelection(organisation)) this.#directory?.select(organisation.id);
      },
    });
    const overview = await fetchOverview(folders, signal);
    signal.throwIfAborted();
    const noPoints = isStale(overview.as_of, Date.now()) ? strings.t('stale', { date: strings.date(overview.as_of) }) : '';
    if (noPoints) map.withoutPoints(noPoints);

    const appear = () => {
      ready({ organisations: overview.total });
      map.appear();
    };
    if (!needsDirectory(options)) {
      map.showCounts(overview);
      if (!noPoints) map.showReady(overview.clusters);
      map.choose(countries);
      appear();
      await painted();
    }
    const { applyFilters, createIndex, fetchDirectory, mountDirectory, teachDirectoryWords } = await import('../directory/index.js');
    const [data] = await Promise.all([fetchDirectory(folders, options.lang, signal), teachDirectoryWords(strings)]);
    signal.throwIfAborted();

    const list = h('div', { class: 'list', part: 'list' });
    const index = createIndex();
    stage.append(list);
    this.#directory = mountDirectory(list, {
      options: { ...options, country: countries }, strings, data, announce: context.announce,
      onSelect: (detail) => this.announceSelection(detail),
      onFilter({ filters, organisations }) {
        const anywhere = filters.country.length
          ? applyFilters(data.organisations, { ...filters, country: [] }, data.regions, index).organisations : organisations;
        map.showCounts(countServing(anywhere, data.regions));
        if (!noPoints) map.showOrganisations(organisations);
        map.choose(filters.country);
      },
    });
    signal.addEventListener('abort', () => {
      this.#directory?.destroy();
      this.#directory = null;
    });
    if (needsDirectory(options)) appear();
  }

  /**
   * @override
   * @param {Readonly<Options>} options
   */
  update(options) {
    this.#directory?.update(options);
    return this.#directory !== null;
  }
}
