/**
 * The directory inside any shadow root: filters, results and records, kept in step. The directory element and the map
 * element both mount it.
 */
import { h, sheetOf } from '../shared/dom.js';
import { applyFilters, createIndex, NO_FILTERS } from '../shared/filters.js';
import { externalLink } from '../shared/links.js';
import { isStale } from '../shared/verification.js';
import { createActiveFilters } from './active-filters.js';
import { createControls } from './controls.js';
import { createResults } from './results.js';
import directoryCss from './directory.css';
import recordCss from './record.css';

/** @typedef {import('../shared/directory-data.js').Directory} Directory */
/** @typedef {import('../shared/filters.js').Filters} Filters */
/** @typedef {import('../shared/organisation.js').Organisation} Organisation */
/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {{id: string, slug: string, name: string}} Selection */
/** @typedef {{filters: Readonly<Filters>, organisations: readonly Organisation[]}} Filtered in the order shown */

/**
 * @typedef {object} MountOptions
 * @property {Partial<Filters>} options filters to start with; other options are ignored
 * @property {Strings} strings with the directory's words (`teachDirectoryWords`)
 * @property {Directory} data
 * @property {(sentence: string) => void} [announce] for screen readers, politely
 * @property {(selection: Selection) => boolean} [onSelect] false: the page shows the organisation itself
 * @property {(filtered: Filtered) => void} [onFilter] once at the start and after every change
 */

/**
 * @typedef {object} MountedDirectory
 * @property {(options: Partial<Filters>) => void} update replaces the filters that are named
 * @property {(id: string) => boolean} select opens an organisation's record and brings it into view; does not call `onSelect`
 * @property {() => void} destroy
 */

/** A count is read out when the typing pauses (ms). */
const QUIET = 700;

/** Organisations made ready for searching before the page gets a turn. */
const SLICE = 200;

/**
 * What each part of the directory may use.
 * @typedef {object} View
 * @property {Strings} strings
 * @property {Directory} data
 * @property {number} now milliseconds
 * @property {() => Readonly<Filters>} filters
 * @property {(change: Partial<Filters>) => void} change
 * @property {(organisation: Organisation) => boolean} selected a visitor opened a record
 */

/**
 * @param {HTMLElement} root an element in a shadow root that carries the shared tokens
 * @param {MountOptions} options
 * @returns {MountedDirectory}
 */
export function mountDirectory(root, { options, strings, data, announce = () => {}, onSelect = () => true, onFilter = () => {} }) {
  const index = createIndex();
  let filters = withFilters(NO_FILTERS, options);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let speaking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let preparing;

  /** @type {View} */
  const view = {
    strings, data, now: Date.now(),
    filters: () => filters,
    change: (change) => apply(change, true),
    selected: ({ id, slug, name }) => onSelect({ id, slug, name }),
  };

  const controls = createControls(view);
  const active = createActiveFilters(view, () => controls.focus());
  const results = createResults(view);
  const body = h('div', { class: 'directory', part: 'directory' },
    controls.element, h('div', { class: 'main' }, staleNotice(view), active.element, results.element, licenceLine(view)));

  /** @param {Partial<Filters>} change @param {boolean} spoken */
  function apply(change, spoken) {
    filters = withFilters(filters, change);
    const { organisations, facets } = applyFilters(data.organisations, filters, data.regions, index);
    controls.show(facets);
    active.show();
    results.show(organisations);
    onFilter({ filters, organisations });
    clearTimeout(speaking);
    if (spoken) speaking = setTimeout(() => announce(strings.t('organisations', { count: organisations.length })), QUIET);
  }

  /** A few at a time, so that neither the page nor the first search waits. @param {number} at */
  function prepareSearch(at) {
    if (at >= data.organisations.length) return;
    index.prepare(data.organisations.slice(at, at + SLICE));
    preparing = setTimeout(prepareSearch, 0, at + SLICE);
  }

  const releaseStyles = adopt(root, [directoryCss, recordCss]);
  apply({}, false);
  root.append(body);
  prepareSearch(0);

  return {
    update: (change) => apply(change, true),
    select: (id) => results.reveal(id),
    destroy() {
      clearTimeout(speaking);
      clearTimeout(preparing);
      controls.destroy();
      body.remove();
      releaseStyles();
    },
  };
}

/** @param {Readonly<Filters>} filters @param {Partial<Filters>} change */
function withFilters(filters, change) {
  const known = Object.keys(NO_FILTERS).filter((name) => name in change);
  return Object.freeze({ ...filters, ...Object.fromEntries(known.map((name) => [name, Reflect.get(change, name)])) });
}

/** @param {HTMLElement} root @param {string[]} texts */
function adopt(root, texts) {
  const host = /** @type {ShadowRoot} */ (root.getRootNode());
  const added = texts.map(sheetOf).filter((sheet) => !host.adoptedStyleSheets.includes(sheet));
  host.adoptedStyleSheets = [...host.adoptedStyleSheets, ...added];
  return () => {
    host.adoptedStyleSheets = host.adoptedStyleSheets.filter((sheet) => !added.includes(sheet));
  };
}

/** An old copy says its day. @param {View} view */
function staleNotice({ strings, data, now }) {
  return isStale(data.as_of, now) && h('p', { class: 'notice stale', text: strings.t('dated', { date: strings.date(data.as_of) }) });
}

/** @param {View} view */
function licenceLine({ strings, data: { licence } }) {
  return licence && h('p', { class: 'licence' },
    externalLink(licence.url, [strings.t('licence', { name: licence.name })], strings.t('new_tab')));
}
