/** A section of the guidance as a whole: what it is, whether it can be relied on today, its blocks, where it comes from. */
import { h } from '../shared/dom.js';
import { isStale } from '../shared/verification.js';
import { blocksOf } from './blocks.js';
import { spokenIn, wayOut, webAddress } from './texts.js';
import { endonym } from './words.js';

/** @typedef {import('./guidance-data.js').Guidance} Guidance */

/**
 * What each part of a section may use.
 * @typedef {object} View
 * @property {Readonly<import('../shared/options.js').Options>} options
 * @property {import('../shared/strings.js').Strings} strings
 * @property {AbortSignal} signal
 * @property {Guidance} guidance
 * @property {Guidance['labels']} labels
 * @property {import('./guidance-data.js').Section} section
 * @property {string} today UTC day
 * @property {(path: string, query: Record<string, string>) => string} pages address of an embed page
 * @property {(selection: {id: string, slug: string, name: string}) => boolean} selected false: the page shows it itself
 * @property {(then: () => void) => void} shown calls back when the section is on the screen
 */

/** @param {View} view */
export function createSection(view) {
  const { strings, guidance: { as_of, licence }, section, today } = view;
  const { t } = strings;
  const whole = webAddress(section.url);
  return h('article', { class: 'guidance', part: 'guidance' },
    h('div', { class: 'opening', ...spokenIn(section.lang) }, h('h2', { text: section.title }),
      section.introduction && h('p', { class: 'introduction', text: section.introduction })),
    section.lang !== strings.lang && h('p', {
      class: 'notice', role: 'note', text: t('fallback_note', { language: endonym(strings, section.lang) }),
    }),
    isStale(as_of, Date.parse(today)) && h('p', { class: 'notice', role: 'note', text: t('dated', { date: strings.date(as_of) }) }),
    section.is_sample && h('p', {}, h('span', { class: 'tag', text: t('sample') })),
    ...blocksOf(view),
    h('div', { class: 'ending' },
      whole && h('p', {}, wayOut(view, whole, [t('whole')])),
      licence && h('p', {}, wayOut(view, webAddress(licence.url), [t('licence', { name: licence.name })]))));
}
