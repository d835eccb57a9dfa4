/** Words, plurals, numbers, dates and names in the reader's language; `Intl` does the work where it knows the language. */
import { direction } from './languages.js';
import { COMMON } from './strings/common.js';
import { nextTurn } from './turns.js';

/** @typedef {import('./languages.js').Lang} Lang */
/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}} Plural chosen by `count` */
/** @typedef {Readonly<Record<string, string | Plural>>} Words */
/** @typedef {Readonly<Record<Lang, Words>>} Tables */
/** @typedef {{region: Readonly<Record<string, string>>, language: Readonly<Record<string, string>>}} Names */
/** @typedef {ReturnType<typeof createStrings>} Strings */

/** Languages to ask `Intl` for, best first. Desktop Chromium has no Basque beyond its plural rules. */
const LOCALES = Object.freeze({
  es: ['es'], eu: ['eu', 'es'], en: ['en'], fr: ['fr'], ar: ['ar'],
});

/**
 * Made when it is first needed: what `Intl` constructs takes long, and a first marker needs little of it.
 * @template T @param {() => T} make
 */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/** @param {Lang} lang */
const intlKnows = (lang) => Intl.DisplayNames.supportedLocalesOf([lang]).length > 0;

/**
 * @param {Lang} lang
 * @param {...Tables} tables later ones win; the common ones are always there
 */
export function createStrings(lang, ...tables) {
  const words = Object.assign({}, COMMON[lang], ...tables.map((table) => table[lang]));
  const locales = LOCALES[lang];
  const plural = once(() => new Intl.PluralRules(lang));
  const number = once(() => new Intl.NumberFormat(locales));
  const long = once(() => new Intl.DateTimeFormat(locales, { dateStyle: 'long', timeZone: 'UTC' }));
  const collator = once(() => new Intl.Collator(locales, { sensitivity: 'base', numeric: true }));
  const regions = once(() => new Intl.DisplayNames(locales, { type: 'region' }));
  const languages = once(() => new Intl.DisplayNames(locales, { type: 'language', languageDisplay: 'standard' }));
  const conjunction = once(() => new Intl.ListFormat(locales, { type: 'conjunction' }));
  /** @type {Names | null} */
  let names = null;

  /** @param {number} value */
  const n = (value) => number().format(value);

  /**
   * The word for a key, with `{name}` places filled; numbers are written the way the language writes them.
   * @param {string} key
   * @param {Record<string, string | number>} [values] `count` chooses the plural form
   */
  function t(key, values = {}) {
    const entry = words[key];
    if (entry === undefined) return key;
    const text = typeof entry === 'string' ? entry : entry[plural().select(Number(values.count))] ?? entry.other;
    return text.replace(/\{(\w+)\}/g, (/** @type {string} */ whole, /** @type {string} */ name) => {
      const value = values[name];
      return typeof value === 'number' ? n(value) : value ?? whole;
    });
  }

  return {
    lang,
    dir: direction(lang),
    t,
    n,
    /** @param {string} a @param {string} b */
    compare: (a, b) => collator().compare(a, b),

    /** Adds words that were loaded later. @param {Words} more */
    learn(more) {
      Object.assign(words, more);
    },

    /**
     * Basque writes year/month/day where `Intl` cannot say it in words.
     * @param {string} day UTC day such as 2026-05-04
     */
    date(day) {
      const at = new Date(`${day}T00:00:00Z`);
      if (Number.isNaN(at.getTime())) return day;
      return intlKnows(lang) ? long().format(at) : day.replaceAll('-', '/');
    },

    /** @param {string} code ISO 3166-1 alpha-2 */
    country(code) {
      return names?.region[code] ?? nameOf(regions(), code);
    },

    /** @param {string} tag BCP 47 */
    language(tag) {
      return names?.language[tag] ?? nameOf(languages(), tag);
    },

    /** @param {readonly string[]} items */
    list(items) {
      if (intlKnows(lang)) return conjunction().format(items);
      return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} eta ${items[items.length - 1]}`;
    },

    /** Makes ready what a first paint needs, while there is nothing else to do. */
    async prepare() {
      for (const make of [plural, number, regions, collator]) {
        make();
        await nextTurn();
      }
    },

    /** Loads Basque names of countries and languages for browsers without them; others stay as they are. */
    async completeNames() {
      if (lang !== 'eu' || intlKnows('eu') || names) return;
      names = await import('./strings/eu-names.js').catch(() => null);
    },
  };
}

/**
 * @param {Intl.DisplayNames} names
 * @param {string} code
 */
function nameOf(names, code) {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
