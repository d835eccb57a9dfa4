/** Words as people type them: accents, case, Arabic spelling variants and digits do not matter, in any script. */

/** @typedef {import('./organisation.js').Organisation} Organisation */

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

/** An Arabic word is also found without its article. @param {string} word */
const forms = (word) => (word.length > 4 && word.startsWith('ال') ? [word, word.slice(2)] : [word]);

/** @param {string[]} texts */
const haystack = (texts) => ` ${searchTokens(texts.join(' ')).flatMap(forms).join(' ')}`;

/** @param {string} hay @param {string} word */
const contains = (hay, word) => hay.includes(UNSPACED.test(word) ? word : ` ${word}`);

/**
 * Folded texts of each organisation, made when first searched.
 */
export function createIndex() {
  /** @type {WeakMap<Organisation, {name: string, all: string}>} */
  const hays = new WeakMap();

  /** @param {Organisation} o */
  function of(o) {
    let hay = hays.get(o);
    if (!hay) {
      const name = haystack([o.name, o.alternate_name, o.acronym]);
      hay = { name, all: name + haystack([o.summary?.text ?? '']) };
      hays.set(o, hay);
    }
    return hay;
  }

  return {
    /** Folds ahead of the first search. @param {readonly Organisation[]} organisations */
    prepare(organisations) {
      organisations.forEach(of);
    },

    /**
     * Every word must begin a word of the organisation.
     * @param {Organisation} organisation
     * @param {readonly string[]} words folded
     * @returns {'name' | 'text' | null}
     */
    match(organisation, words) {
      if (words.length === 0) return 'name';
      const { name, all } = of(organisation);
      if (words.every((word) => contains(name, word))) return 'name';
      return words.every((word) => contains(all, word)) ? 'text' : null;
    },
  };
}
