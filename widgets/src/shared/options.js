/**
 * Attributes of the elements as one table, read into frozen options. A wrong value falls back and says so in a
 * sentence; nothing here throws.
 */
import { nearestLanguage } from './languages.js';
import { AUDIENCES, ROLES, SERVICES } from './vocabulary.js';

/**
 * @typedef {object} Options
 * @property {import('./languages.js').Lang} lang
 * @property {string} requestedLang the tag that was asked for when the widget does not speak it, else ''
 * @property {readonly string[]} roles
 * @property {readonly string[]} services
 * @property {readonly string[]} audiences
 * @property {readonly string[]} country ISO 3166-1 alpha-2
 * @property {readonly string[]} seat ISO 3166-1 alpha-2
 * @property {readonly string[]} language BCP 47
 * @property {boolean} urgent
 * @property {boolean | null} government null: both
 * @property {string} search
 * @property {import('./filters.js').Order} order
 * @property {'' | 'fragment' | 'query'} state where the address says what is chosen
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} accent CSS colour or ''
 * @property {string} height CSS length or ''
 * @property {string} src address of the published files, ending in '/', or '' for the script's own host
 * @property {readonly string[]} mirrors as `src`, tried in order
 * @property {boolean} exit
 */

/** @typedef {(text: string, context: Context) => unknown} Parse returns undefined when the value is wrong */
/** @typedef {{nearestLang: string, baseURI: string}} Context */

const SEARCH_LIMIT = 200;
const LIST_LIMIT = 60;

/** @param {string} text */
const pieces = (text) => text.split(',').map((piece) => piece.trim()).filter(Boolean).slice(0, LIST_LIMIT);

/** A list of which some pieces were wrong. */
class PartlyWrong {
  /** @param {unknown} value */
  constructor(value) {
    this.value = value;
  }
}

/**
 * A comma-separated list; one wrong piece spoils only itself.
 * @param {(piece: string) => string | undefined} clean
 */
const list = (clean) => /** @param {string} text */ (text) => {
  const wanted = pieces(text);
  const good = wanted.map(clean).filter((piece) => piece !== undefined);
  const result = Object.freeze([...new Set(good)]);
  return good.length === wanted.length ? result : new PartlyWrong(result);
};

/** @param {readonly string[]} codes */
const codeList = (codes) => list((piece) => (codes.includes(piece.toLowerCase()) ? piece.toLowerCase() : undefined));

const countryList = list((piece) => {
  if (!/^[a-z]{2}$/i.test(piece)) return undefined;
  const code = new Intl.Locale(`und-${piece}`).region; // replaces outdated codes: UK becomes GB
  const known = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code || '');
  return known && code !== 'EU' && code !== 'UN' ? code : undefined;
});

const languageList = list((piece) => {
  try {
    return Intl.getCanonicalLocales(piece)[0];
  } catch {
    return undefined;
  }
});

/** @param {Record<string, unknown>} table */
const oneOf = (table) => /** @param {string} text */ (text) => {
  const key = text.trim().toLowerCase();
  return Object.hasOwn(table, key) ? table[key] : undefined;
};

/** One of some words, and the end of the sentence that names them. @param {...string} words @returns {[Parse, string]} */
const word = (...words) => [oneOf(Object.fromEntries(words.map((one) => [one, one]))), words.join(' or ')];

/** @param {string} text */
function colour(text) {
  const value = text.trim();
  if (!/^[#a-z0-9(),.%\s/+-]{3,60}$/i.test(value)) return undefined;
  if (typeof CSS === 'undefined' || CSS.supports('color', value)) return value;
  return undefined;
}

/** @param {string} text */
function height(text) {
  const found = /^(\d{1,4}(?:\.\d+)?)(px|rem|em|vh|svh|dvh|lvh)?$/.exec(text.trim());
  return found && Number(found[1]) > 0 ? found[1] + (found[2] || 'px') : undefined;
}

/**
 * A folder of published files: an origin alone stands for its usual folder.
 * @param {string} text
 * @param {Context} context
 */
function folder(text, { baseURI }) {
  let url;
  try {
    url = new URL(text.trim(), baseURI);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  if (url.pathname === '/') url.pathname = '/published/v1/';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.origin + url.pathname;
}

/**
 * @param {string} text
 * @param {Context} context
 */
function folders(text, context) {
  const wanted = text.split(/[\s,]+/).filter(Boolean).slice(0, 10);
  const good = wanted.map((piece) => folder(piece, context)).filter((piece) => piece !== undefined);
  return good.length === wanted.length ? Object.freeze(good) : new PartlyWrong(Object.freeze(good));
}

/** @type {readonly string[]} */
const NONE = Object.freeze([]);

/**
 * attribute: [option, fallback, parse, what is allowed (ends the sentence of the warning)]
 * @type {Readonly<Record<string, [keyof Options, unknown, Parse, string]>>}
 */
const TABLE = Object.freeze({
  roles: ['roles', NONE, codeList(ROLES), `a list of ${ROLES.join(', ')}`],
  service: ['services', NONE, codeList(SERVICES), `a list of ${SERVICES.join(', ')}`],
  audience: ['audiences', NONE, codeList(AUDIENCES), `a list of ${AUDIENCES.join(', ')}`],
  country: ['country', NONE, countryList, 'a list of ISO 3166-1 alpha-2 codes such as CO,GT'],
  seat: ['seat', NONE, countryList, 'a list of ISO 3166-1 alpha-2 codes such as CO,GT'],
  language: ['language', NONE, languageList, 'a list of language tags such as es,pt-BR'],
  urgent: ['urgent', false, oneOf({ '': true, true: true, false: false }), 'true'],
  government: ['government', null, oneOf({ '': true, true: true, false: false }), 'true or false'],
  search: ['search', '', (text) => (text.length <= SEARCH_LIMIT ? text.trim() : undefined), `text of at most ${SEARCH_LIMIT} characters`],
  order: ['order', '', ...word('name', '-verified_on', 'relevance')],
  state: ['state', '', ...word('fragment', 'query')],
  theme: ['theme', 'auto', ...word('auto', 'light', 'dark')],
  accent: ['accent', '', colour, 'a CSS colour such as #7a2e1d'],
  height: ['height', '', height, 'a length such as 480px or 70vh'],
  src: ['src', '', folder, 'the address of a folder of published files'],
  mirrors: ['mirrors', NONE, folders, 'a list of such addresses'],
  exit: ['exit', false, oneOf({ '': true, on: true, off: false }), 'on or off'],
});

/** Every attribute the elements listen to. */
export const ATTRIBUTES = Object.freeze(['lang', ...Object.keys(TABLE)]);

/** Options that only narrow what is shown: a change needs no new download. */
export const FILTER_OPTIONS = Object.freeze(
  /** @type {const} */ (['roles', 'services', 'audiences', 'country', 'seat', 'language', 'urgent', 'government', 'search', 'order']),
);

/**
 * Reads attributes into options.
 * @param {(name: string) => string | null} attribute
 * @param {Context} context
 * @param {(sentence: string) => void} warn
 * @returns {Readonly<Options>}
 */
export function parseOptions(attribute, context, warn) {
  const asked = attribute('lang') || context.nearestLang;
  const { lang, exact } = nearestLanguage(asked);
  if (!exact) warn(`lang="${asked}" is not one of es, eu, en, fr, ar; ${lang} is used.`);
  /** @type {Record<string, unknown>} */
  const options = { lang, requestedLang: exact ? '' : asked };
  for (const [name, [option, fallback, parse, allowed]] of Object.entries(TABLE)) {
    const text = attribute(name);
    const value = text === null ? fallback : parse(text, context);
    if (value === undefined || value instanceof PartlyWrong) warn(`${name}="${text}" is not ${allowed}; the wrong part is ignored.`);
    options[option] = value instanceof PartlyWrong ? value.value : value ?? fallback;
  }
  return /** @type {Readonly<Options>} */ (Object.freeze(options));
}

/**
 * Options of an element: its attributes, and the language that the page declares around it.
 * @param {HTMLElement} element
 * @returns {Readonly<Options>}
 */
export function readOptions(element) {
  const context = { nearestLang: languageAround(element), baseURI: element.baseURI };
  return parseOptions((name) => element.getAttribute(name), context, (sentence) =>
    console.warn(`<${element.localName}> ${sentence}`));
}

/**
 * The nearest declared language, also across shadow roots.
 * @param {Element} element
 */
function languageAround(element) {
  /** @type {Element | null} */
  let at = element;
  while (at) {
    const tag = at.closest('[lang]')?.getAttribute('lang');
    if (tag) return tag;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return element.ownerDocument.documentElement.lang;
}
