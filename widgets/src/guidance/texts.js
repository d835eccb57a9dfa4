/** Texts as nodes: each in its own language and direction, rich ones with headings below those of the section. */
import { h } from '../shared/dom.js';
import { BODY, text } from '../shared/fields.js';
import { direction } from '../shared/languages.js';
import { externalLink, safeHref } from '../shared/links.js';
import { richText, TAGS } from '../shared/safe-html.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {import('./section.js').View} View */

/** The title of a section is an h2; those of its blocks, and inside its texts, come below. */
const BLOCK_TAGS = Object.freeze({ ...TAGS, h2: 'h3', h3: 'h4', h4: 'h5' });

/** @param {string} lang BCP 47, '' when nobody knows */
export const spokenIn = (lang) => ({ lang: lang || null, dir: lang ? direction(lang) : 'auto' });

/** What stands in a block: text, or the markup of one. */
export const words = text(BODY);

/** @param {unknown} value @returns {string} an absolute address of the web, else '' */
export const webAddress = (value) => (/^https?:\/\//i.test(words(value)) ? safeHref(words(value)) : '');

/** The page's own rich text. @param {View} view @param {unknown} html */
export const prose = ({ strings, section }, html) =>
  richText({ html: words(html), lang: section.lang }, strings.t('new_tab'), BLOCK_TAGS);

/** A heading of the page's own. @param {View} view @param {unknown} text @param {string} [tag] */
export const heading = ({ section }, text, tag = 'h3') => words(text) !== '' && h(tag, { ...spokenIn(section.lang), text: words(text) });

/**
 * A text of a record, with its language named when it is not the reader's.
 * @param {Strings} strings
 * @param {{text?: string, html?: string, lang: string, outdated: boolean} | null} text
 */
export function localised(strings, text) {
  if (!text) return null;
  const { lang, html } = text;
  const remarks = [
    lang && lang !== strings.lang && strings.t('in_language', { language: strings.language(lang) }),
    text.outdated && strings.t('outdated'),
  ].filter(Boolean);
  return h('div', { class: 'summary' },
    html !== undefined ? richText({ html, lang }, strings.t('new_tab'), BLOCK_TAGS) : h('p', { ...spokenIn(lang), text: text.text }),
    remarks.length > 0 && h('p', { class: 'note', text: remarks.join(' · ') }));
}

/**
 * A link out of the partner's page, without an address just its words.
 * @param {View} view
 * @param {string} href
 * @param {(Node | string)[]} children
 */
export const wayOut = ({ strings }, href, children) => (href ? externalLink(href, children, strings.t('new_tab')) : h('span', {}, ...children));
