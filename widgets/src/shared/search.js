/** Words as people type them: accents, case, Arabic spelling variants and digits do not matter, in any script. */

import { Bits } from './bits.js';
import { createTextStore } from './record-store.js';

/** @typedef {import('./catalogue.js').Catalogue} Catalogue */
/** @typedef {{inName: Bits, anywhere: Bits}} Found organisations */

/** Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic; marks of Indic scripts are letters and stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;

/** Letters that decomposition leaves apart although readers take them as one. */
const SAME = Object.freeze(/** @type {Record<string, string>} */ ({
  ß: 'ss', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h',
  'ٱ': 'ا', 'ة': 'ه', 'ى': 'ي', 'ی': 'ي', 'ے': 'ي', 'ک': 'ك', 'ہ': 'ه', 'ء': '', 'ς': 'σ',
}));
const SAME_PATTERN = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');

/** Scripts written without spaces: a word is found anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * One spelling for all variants of a text.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize('NFKD').toLowerCase().replace(MARKS, '')
    .replace(SAME_PATTERN, (letter) => SAME[letter])
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * Folded words.
 * @param {string} text
 */
export const searchTokens = (text) => fold(text).split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);

/** Organisations made ready together: one pass over a long text is quicker than many over short ones. */
const BLOCK = 64;

/** A line for each organisation, what follows the tab is its summary; every word has a space before it. */
const LINE = '\n';
const SUMMARY = '\t';
const SEPARATORS = /[^\p{L}\p{N}\p{M}\n\t]+/gu;

/** An Arabic word is also found without its article. */
const ARTICLE = /(?<= )ال([\p{L}\p{N}\p{M}]{3,})/gu;

/** @param {string} text */
const inOneLine = (text) => text.replace(/[\n\t]/g, ' ');

/** @param {string} hay @param {string} word */
const contains = (hay, word) => hay.includes(UNSPACED.test(word) ? word : ` ${word}`);

/**
 * Folded texts of the organisations, made ready when they are needed.
 * @param {Catalogue} catalogue
 */
export function createSearch(catalogue) {
  const store = createTextStore();
  let ready = 0; // blocks

  /** @param {number} block */
  const range = (block) => /** @type {const} */ ([block * BLOCK, Math.min((block + 1) * BLOCK, catalogue.size)]);

  function fill() {
    const lines = [];
    const [from, to] = range(ready);
    for (let at = from; at < to; at++) {
      const { name, alternate_name, acronym, summary } = catalogue.words(at);
      lines.push(` ${inOneLine(`${name} ${alternate_name} ${acronym}`)}${SUMMARY} ${inOneLine(summary?.text ?? '')}`);
    }
    store.add(fold(lines.join(LINE)).replace(SEPARATORS, ' ').replace(ARTICLE, 'ال$1 $1'));
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
     * @param {readonly string[]} words folded
     * @param {import('./turns.js').Pace} pace
     * @returns {Promise<Found>}
     */
    async find(words, pace) {
      const [inName, anywhere] = [new Bits(), new Bits()];
      for (let block = 0; block * BLOCK < catalogue.size; block++) {
        if (block === ready) fill();
        const all = store.text(block);
        if (words.every((word) => contains(all, word))) {
          all.split(LINE).forEach((line, i) => {
            if (!words.every((word) => contains(line, word))) return;
            const name = line.slice(0, line.indexOf(SUMMARY));
            anywhere.add(block * BLOCK + i);
            if (words.every((word) => contains(name, word))) inName.add(block * BLOCK + i);
          });
        }
        if (pace.due()) await pace.turn();
      }
      return { inName, anywhere };
    },
  };
}
