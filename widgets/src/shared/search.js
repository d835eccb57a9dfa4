/**
 * Words as people type them: accents, case, Arabic spelling variants and digits do not matter, in any script. Loaded when
 * the list is there, or when somebody searches before that.
 */

import { Bits } from './bits.js';
import { createTextStore } from './record-store.js';

/** @typedef {import('./catalogue.js').Catalogue} Catalogue */
/** @typedef {readonly [inName: Bits, inCountry: Bits, anywhere: Bits]} Found organisations, each set within the next */

/** Marks that may be left out in writing, tatweel, and characters that nobody sees. */
const MARKS = /[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0640\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Letters that decomposition leaves apart although readers take them as one, and what case folding makes of two more. */
const SAME = Object.freeze(/** @type {Record<string, string>} */ ({
  ß: 'ss', ς: 'σ', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', þ: 'th', æ: 'ae', œ: 'oe', ё: 'е',
  ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ہ: 'ه', ە: 'ه', ھ: 'ه',
}));
const SAME_PATTERN = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');

/** Thai, Lao, Burmese, Khmer, kana, Chinese characters: written without spaces, so a word is found anywhere. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3134f}]/u;

/** Digits of one script follow each other from its zero. @param {string} digit */
function asciiDigit(digit) {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(/** @type {number} */ (digit.codePointAt(0)) - value - 1))) value += 1;
  return String(value);
}

/**
 * One spelling for all variants of a text: the same as `cms.common.text.fold` on the server.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '')
    .replace(SAME_PATTERN, (letter) => SAME[letter])
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit);
}

/**
 * Folded words.
 * @param {string} text
 */
export const searchTokens = (text) => fold(text).split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);

/** Organisations made ready together: one pass over a long text is quicker than many over short ones. */
const BLOCK = 64;

/** A line for each organisation: names, tab, names of what it serves, tab, summary; every word has a space before it. */
const LINE = '\n';
const TAB = '\t';
const SEPARATORS = /[^\p{L}\p{N}\p{M}\n\t]+/gu;

/** An Arabic word is also found without its article. */
const ARTICLE = /(?<= )ال([\p{L}\p{N}\p{M}]{3,})/gu;

/** The beginnings by which a word of a script without spaces is found: of everything from each of its letters on. @param {string} word */
const fromEachLetter = (word) =>
  (UNSPACED.test(word) ? [...word].map((_, at, letters) => letters.slice(at, at + LONGEST).join('')).join(' ') : word);
const LONGEST = 200;

/** @param {string} text */
const inOneLine = (text) => text.replace(/[\n\t]/g, ' ');

/**
 * Folded texts of the organisations, made ready when they are needed.
 * @param {Catalogue} catalogue
 * @param {(area: string) => string} nameOf countries and regions in the reader's language
 */
export function createSearch(catalogue, nameOf) {
  const store = createTextStore();
  /** @type {Map<string, string>} */
  const names = new Map([['worldwide', '']]); // `country` finds who serves the world, no name does
  let ready = 0; // blocks

  /** @param {string} area */
  function nameOnce(area) {
    let name = names.get(area);
    if (name === undefined) names.set(area, name = nameOf(area));
    return name;
  }

  /** @param {number} block */
  const range = (block) => /** @type {const} */ ([block * BLOCK, Math.min((block + 1) * BLOCK, catalogue.size)]);

  function fill() {
    const lines = [];
    const [from, to] = range(ready);
    for (let at = from; at < to; at++) {
      const { name, alternate_name, acronym, areas_served, summary } = catalogue.words(at);
      const parts = [`${name} ${alternate_name} ${acronym}`, areas_served.map(nameOnce).join(' '), summary?.text ?? ''];
      lines.push(parts.map((part) => ` ${inOneLine(part)}`).join(TAB));
    }
    const text = fold(lines.join(LINE)).replace(SEPARATORS, ' ').replace(ARTICLE, 'ال$1 $1');
    store.add(UNSPACED.test(text) ? text.replace(/[^ \n\t]+/g, fromEachLetter) : text);
    ready += 1;
  }

  return {
    /** Makes everything ready ahead of the first search. @param {import('./turns.js').Pace} pace */
    async prepare(pace) {
      while (ready * BLOCK < catalogue.size) {
        fill();
        if (pace.due()) await pace.turn();
      }
    },

    /**
     * Every word must begin a word of the organisation.
     * @param {string} typed
     * @param {import('./turns.js').Pace} pace
     * @returns {Promise<Found | null>} null when there is no word to find
     */
    async find(typed, pace) {
      const words = searchTokens(typed);
      if (words.length === 0) return null;
      const found = /** @type {const} */ ([new Bits(), new Bits(), new Bits()]);
      /** @param {string} text */
      const isIn = (text) => words.every((word) => text.includes(` ${word}`));
      for (let block = 0; block * BLOCK < catalogue.size; block++) {
        if (block === ready) fill();
        const all = store.text(block);
        if (isIn(all)) {
          all.split(LINE).forEach((line, i) => {
            const parts = line.split(TAB);
            found.forEach((bits, last) => isIn(parts.slice(0, last + 1).join('')) && bits.add(block * BLOCK + i));
          });
        }
        if (pace.due()) await pace.turn();
      }
      return found;
    },
  };
}
