/**
 * What is chosen, in the address: on our own pages as their query, in a partner's page, when it asks for that, in the
 * fragment, under one key per widget. Nothing is stored; whoever sees the address bar or the browser's history sees the
 * search. A module of its own.
 */
import { createPace } from '../shared/turns.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('./directory.js').Chosen} Chosen */
/** @typedef {ReturnType<typeof createState>} State */
/** @typedef {typeof import('../shared/options.js').parseOptions} Parse */

/** name of the public contract: option. */
const NAMES = Object.freeze(/** @type {const} */ ({
  role: 'roles', service: 'services', audience: 'audiences', country: 'country', seat: 'seat', language: 'language',
  urgent: 'urgent', government: 'government', search: 'search', order: 'order',
}));

/** The organisation whose record is open. */
const OPEN = 'open';

/** Browsers take few changes of the address in a row (ms). */
const PAUSE = 300;

/** Keys in use: two widgets do not write over each other. @type {Set<string>} */
const taken = new Set();

/** @param {Readonly<Chosen>} chosen @param {string} slug of the open organisation or '' @returns {string} a query */
export function written(chosen, slug) {
  const { urgent, government } = chosen;
  const values = { ...chosen, urgent: urgent || '', government: government ?? '' };
  const pairs = Object.entries(NAMES).map(([name, option]) => [name, String(values[option])]);
  return [...pairs, [OPEN, slug]].filter(([, value]) => value).map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

/** Commas stay readable. @param {string} value */
const encode = (value) => encodeURIComponent(value).replaceAll('%2C', ',');

/** @param {string} query @param {Parse} parse @returns {Chosen} what cannot be used is left out */
export function read(query, parse) {
  const params = new URLSearchParams(query);
  const names = Object.fromEntries(Object.entries(NAMES).map(([name, option]) => [option === 'roles' ? option : name, name]));
  const options = parse((attribute) => (Object.hasOwn(names, attribute) ? params.getAll(names[attribute]).join(',') || null : null),
    { nearestLang: '', baseURI: '' }, () => {});
  return /** @type {Chosen} */ (Object.fromEntries(Object.values(NAMES).map((option) => [option, options[option]])));
}

/**
 * The pairs of a fragment; null for any other fragment, which belongs to the page and is left alone.
 * @param {string} hash
 * @returns {string[] | null}
 */
function pairsOf(hash) {
  const pieces = hash.replace(/^#/, '').split('&').filter(Boolean);
  return pieces.every((piece) => piece.includes('=')) ? pieces : null;
}

/** @param {string} hash @param {string} key @returns {string | null} the query that stands in a fragment under a key */
export function fromFragment(hash, key) {
  const own = pairsOf(hash)?.find((piece) => piece.startsWith(`${key}=`));
  return own === undefined ? null : own.slice(key.length + 1).replaceAll(';', '&').replaceAll(':', '=');
}

/** @param {string} hash @param {string} key @param {string | null} query null: nothing @returns {string} the fragment with its `#`, or '' */
export function intoFragment(hash, key, query) {
  const pairs = pairsOf(hash);
  if (!pairs) return hash;
  const others = pairs.filter((piece) => !piece.startsWith(`${key}=`));
  // Readable, and not to be taken for pairs of the page: values have neither of these characters.
  const all = query === null ? others : [...others, `${key}=${query.replaceAll('&', ';').replaceAll('=', ':')}`];
  return all.length > 0 ? `#${all.join('&')}` : '';
}

/** @param {string} search of the page's address @param {string} query @returns {string} with its `?`, or '': names that are not ours stay */
export function intoQuery(search, query) {
  const ours = new Set([...Object.keys(NAMES), OPEN, 'page']);
  const others = [...new URLSearchParams(search)].filter(([name]) => !ours.has(name)).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const all = [...others, query].filter(Boolean).join('&');
  return all && `?${all}`;
}

/**
 * @param {View} view
 * @param {object} parts
 * @param {string | undefined} parts.kind `query` or `fragment`
 * @param {Element} parts.host its `id` tells several widgets of a page apart
 * @param {Parse} parts.parse
 */
export function createState(view, { kind, host, parse }) {
  const key = host.id ? `defenders-${host.id}` : 'defenders';
  const isFragment = kind === 'fragment';
  const isOurs = !isFragment || !taken.has(key);
  if (isOurs && isFragment) taken.add(key);
  if (!isOurs) console.warn(`<${host.localName}> state needs an id of its own: another widget writes #${key}.`);

  const asked = () => (isFragment ? isOurs && fromFragment(location.hash, key) : location.search.slice(1)) || null;
  const preset = written(view.filters(), '');
  const first = asked();
  let slug = new URLSearchParams(first ?? '').get(OPEN) ?? '';
  let known = first;
  const wanted = slug;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function write() {
    const query = written(view.filters(), slug);
    known = isFragment && query === preset ? null : query;
    const { pathname, search, hash } = location;
    const address = isFragment ? `${search}${intoFragment(hash, key, known)}` : `${intoQuery(search, query)}${hash}`;
    try {
      if (isOurs && address !== `${search}${hash}`) history.replaceState(history.state, '', `${pathname}${address}`);
    } catch {
      // An address that may not be changed: a frame without an origin, or too many changes.
    }
  }

  function note() {
    clearTimeout(waiting);
    waiting = setTimeout(write, PAUSE);
  }

  /** Somebody went back, or opened another address of the same page. */
  function follow() {
    const query = asked();
    if (!isFragment || query === known) return;
    known = query;
    view.change(read(query ?? preset, parse));
  }
  addEventListener('hashchange', follow);

  return {
    /** What the address asks for; null when the attributes say it all. */
    start: isFragment && first !== null ? read(first, parse) : null,
    note,

    /** @param {string} which @param {boolean} isOpen */
    opened(which, isOpen) {
      if (isOpen) slug = which;
      else if (slug === which) slug = '';
      note();
    },

    /** Opens the organisation that the address names. @param {(at: number) => Promise<void>} open */
    async reveal(open) {
      const { catalogue } = view.data;
      const pace = createPace();
      for (let at = 0; wanted && at < catalogue.size; at++) {
        if (catalogue.words(at).slug === wanted) return open(at);
        if (pace.due()) await pace.turn();
      }
    },

    destroy() {
      clearTimeout(waiting);
      if (isOurs) taken.delete(key);
      removeEventListener('hashchange', follow);
    },
  };
}
