/** What is shown, in one plain sentence: whom the filters find, and how many. */
import { label } from '../directory/names.js';
import { groupsIn, othersInUse } from './answers.js';
import { needsIn, servicesFor } from './needs.js';

/** @typedef {import('../directory/directory.js').View} View */
/** @typedef {import('../shared/strings.js').Strings} Strings */

/**
 * A label as words of a sentence: its capital goes, unless it begins an abbreviation.
 * @param {string} text
 * @param {string} lang
 */
export const inSentence = (text, lang) => (/^.\p{Ll}/u.test(text) ? text[0].toLocaleLowerCase(lang) + text.slice(1) : text);

/**
 * "a, b or c"; in Basque by hand, which few browsers know.
 * @param {string} lang
 * @param {readonly string[]} items
 */
export function anyOf(lang, items) {
  if (lang !== 'eu') return new Intl.ListFormat(lang, { type: 'disjunction' }).format(items);
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} edo ${items[items.length - 1]}`;
}

/** The help in words: the needs when they are all there is, else every service. @param {View} view */
function helpOf(view) {
  const { services } = view.filters();
  const needs = needsIn(services);
  const whole = servicesFor(needs).length === services.length;
  return whole ? needs.map((code) => label(view, 'need', code)) : services.map((code) => label(view, 'service', code));
}

/** For whom; everybody is said only when nobody else is. @param {View} view */
function whomOf(view) {
  const { audiences } = view.filters();
  const groups = groupsIn(audiences);
  return (groups.length ? groups : audiences).map((code) => label(view, 'audience', code));
}

/**
 * "Organisations that give legal help, in Colombia, for women defenders: 12"
 * @param {View} view with the finder's words
 * @param {number} count of what its filters find
 */
export function sentence(view, count) {
  const { t, lang, country: name } = view.strings;
  const { country, urgent } = view.filters();
  const [help, whom] = [helpOf(view), whomOf(view)];
  /** @param {readonly string[]} labels */
  const either = (labels) => anyOf(lang, labels.map((text) => inSentence(text, lang)));
  return t('finder_sum', {
    count,
    what: help.length ? t('finder_sum_what', { what: either(help) }) : t('finder_sum_anything'),
    when: urgent ? t('finder_sum_urgent') : '',
    where: country.length ? t('finder_sum_where', { country: anyOf(lang, country.map(name)) }) : '',
    whom: whom.length ? t('finder_sum_whom', { whom: either(whom) }) : '',
    more: othersInUse(view.filters()) ? t('finder_sum_more') : '',
  });
}
