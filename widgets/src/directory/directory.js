/**
 * The directory inside any shadow root: filters, results and records, kept in step. The directory element and the map
 * element both mount it.
 */
import { h, sheetOf } from '../shared/dom.js';
import { applyFilters, NO_FILTERS } from '../shared/filters.js';
import { externalLink } from '../shared/links.js';
import { parseOptions } from '../shared/options.js';
import { createPace, nextFrame, unlessStopped } from '../shared/turns.js';
import { isStale } from '../shared/verification.js';
import { createActiveFilters } from './active-filters.js';
import { createControls } from './controls.js';
import { createFinderDoor } from './finder-door.js';
import { createRecords } from './records.js';
import { createResults } from './results.js';
import { createUrgent } from './urgent.js';
import { createWords } from './words.js';
import cardCss from './card.css';
import directoryCss from './directory.css';
import toolsCss from './tools.css';

/** @typedef {import('../shared/directory-data.js').Directory} Directory */
/** @typedef {import('../shared/filters.js').Filters} Filters */
/** @typedef {import('../shared/organisation.js').Organisation} Organisation */
/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {{id: string, slug: string, name: string}} Selection */
/** @typedef {Filters & {order: import('../shared/filters.js').Order}} Chosen what narrows the list, and its order */
/** @typedef {import('../shared/filters.js').Result & {filters: Readonly<Chosen>}} Filtered */

/**
 * @typedef {object} MountOptions
 * @property {Partial<import('../shared/options.js').Options>} options filters and order to start with, and `state`; others are ignored
 * @property {Strings} strings with the directory's words (`teachDirectoryWords`)
 * @property {Directory} data
 * @property {(sentence: string) => void} [announce] for screen readers, politely
 * @property {(selection: Selection) => boolean} [onSelect] false: the page shows the organisation itself
 * @property {(filtered: Filtered) => void} [onFilter] once at the start and after every change
 */

/**
 * @typedef {object} MountedDirectory
 * @property {(options: Partial<Chosen>) => void} update replaces the filters that are named
 * @property {Promise<void>} shown the first organisations are in the list
 * @property {(at: number) => Promise<void>} select opens an organisation's record and brings it into view; does not call `onSelect`
 * @property {() => void} destroy
 */

/** A count is read out when the typing pauses (ms). */
const QUIET = 700;

/** @type {Readonly<Chosen>} */
const NOTHING = Object.freeze({ ...NO_FILTERS, order: '' });

/**
 * What each part of the directory may use.
 * @typedef {object} View
 * @property {Strings} strings
 * @property {Directory} data
 * @property {number} now milliseconds
 * @property {() => Readonly<Chosen>} filters
 * @property {(change: Partial<Chosen>) => void} change
 * @property {(change: Partial<Chosen>) => Promise<import('../shared/filters.js').Result>} find what a change would find, without changing anything
 * @property {(organisation: Organisation) => boolean} selected a visitor opened a record
 * @property {import('./records.js').Records} records
 * @property {(...texts: string[]) => void} adopt style sheets that came later
 * @property {HTMLElement} place what holds the whole directory
 * @property {(organisation: Organisation, isOpen: boolean) => void} opened a record opens or closes
 * @property {(sentence: string) => void} announce
 */

/**
 * @param {HTMLElement} root an element in a shadow root that carries the shared tokens
 * @param {MountOptions} options
 * @returns {Promise<MountedDirectory>}
 */
export async function mountDirectory(root, { options, strings, data, announce = () => {}, onSelect = () => true, onFilter = () => {} }) {
  const styles = createStyles(root);
  const life = new AbortController();
  let run = new AbortController();
  let state = /** @type {import('./state.js').State | null} */ (null);
  let filters = withFilters(NOTHING, options);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let speaking;

  const body = h('div', { class: 'directory', part: 'directory' });
  /** @type {View} */
  const view = {
    strings, data, now: Date.now(),
    filters: () => filters,
    change: (change) => void apply(change, true),
    find: (change) => applyFilters(data, withFilters(filters, change), words, createPace()),
    selected: ({ id, slug, name }) => onSelect({ id, slug, name }),
    records: createRecords(strings, styles.add),
    adopt: styles.add,
    place: body,
    opened: ({ slug }, isOpen) => state?.opened(slug, isOpen),
    announce,
  };
  // Without it the directory is whole; only who follows an address waits for what it says.
  const addressed = options.state && import('./state.js').then(({ createState }) => {
    if (!life.signal.aborted) state = createState(view, { kind: options.state, host: hostOf(root).host, parse: parseOptions });
  }).catch(() => {});
  if (options.state === 'fragment') await addressed;
  filters = withFilters(filters, state?.start ?? {});
  await strings.prepare();
  const controls = await createControls(view, createPace());
  const active = createActiveFilters(view, () => controls.focus());
  const results = createResults(view);
  const urgent = createUrgent(view, (at) => void results.reveal(at));
  const words = createWords(view);
  const main = h('div', { class: 'main', '.hidden': true },
    staleNotice(view), words.notice, active.element, results.element, licenceLine(view));
  const finder = createFinderDoor(view, main, styles.add, () => controls.focus());
  body.append(urgent.element, finder.element, controls.element, main);

  /** What was chosen shows at once, what follows from it in slices; a later change stops it. @param {Partial<Chosen>} change @param {boolean} spoken */
  async function apply(change, spoken) {
    filters = withFilters(filters, change);
    run.abort();
    run = new AbortController();
    clearTimeout(speaking);
    const { signal } = run;
    const pace = createPace(signal);
    controls.show();
    active.show();
    finder.follow();
    state?.note();
    try {
      await pace.turn(); // drawing what was chosen took its time
      const result = await applyFilters(data, filters, words, pace, filters.order);
      urgent.show(result);
      await results.show(result, pace);
      if (pace.due()) await pace.turn();
      onFilter({ ...result, filters });
      await controls.count(result.facets, pace);
      if (spoken) speaking = setTimeout(() => announce(strings.t('organisations', { count: result.order.length })), QUIET);
    } catch (error) {
      unlessStopped(error);
    }
  }

  styles.add(directoryCss, cardCss, toolsCss);
  root.append(body);
  const shown = apply({}, false);
  // Laying out the filters and the list in one frame would hold up a slow phone.
  shown.then(nextFrame).then(() => {
    main.hidden = false;
    view.records.prepare();
  }, () => {}); // told to whoever waits for `shown`
  Promise.all([shown, addressed]).then(() => state?.reveal(results.reveal).catch(unlessStopped), () => {});
  shown.then(() => words.prepare(createPace(life.signal)).catch(unlessStopped), () => {});

  return {
    shown,
    update: (change) => void apply(change, true),
    select: (at) => results.reveal(at),
    destroy() {
      life.abort();
      run.abort();
      clearTimeout(speaking);
      state?.destroy();
      controls.destroy();
      body.remove();
      styles.release();
    },
  };
}

/** @param {HTMLElement} root */
const hostOf = (root) => /** @type {ShadowRoot} */ (root.getRootNode());

/** @param {Readonly<Chosen>} filters @param {Partial<Chosen>} change @returns {Readonly<Chosen>} */
function withFilters(filters, change) {
  const known = Object.keys(NOTHING).filter((name) => Object.hasOwn(change, name));
  return Object.freeze({ ...filters, ...Object.fromEntries(known.map((name) => [name, Reflect.get(change, name)])) });
}

/** Style sheets of the directory in its shadow root, for as long as it is there. @param {HTMLElement} root */
function createStyles(root) {
  const host = hostOf(root);
  /** @type {Set<CSSStyleSheet> | null} */
  let added = new Set();
  return {
    /** @param {string[]} texts */
    add(...texts) {
      const sheets = texts.map((text) => sheetOf(text, root)).filter((sheet) => !host.adoptedStyleSheets.includes(sheet));
      for (const sheet of added ? sheets : []) {
        added?.add(sheet);
        host.adoptedStyleSheets = [...host.adoptedStyleSheets, sheet];
      }
    },
    release() {
      host.adoptedStyleSheets = host.adoptedStyleSheets.filter((sheet) => !added?.has(sheet));
      added = null;
    },
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
