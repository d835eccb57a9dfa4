/** Codes of the records in the reader's words: labels of the published file first, `Intl` for countries and languages. */

/** @typedef {import('./directory.js').View} View */

/**
 * @param {View} view
 * @param {string} kind
 * @param {string} code
 */
export const label = ({ data }, kind, code) => data.labels[kind]?.[code] ?? code.replaceAll('_', ' ');

/**
 * Codes of a kind in display order.
 * @param {View} view
 * @param {string} kind
 */
export const codesOf = ({ data }, kind) => Object.keys(data.labels[kind] ?? {});

/** A country, a region or the world. @param {View} view @param {string} area */
export const areaName = (view, area) => (/^[A-Z]{2}$/.test(area) ? view.strings.country(area) : label(view, 'area', area));

/**
 * Worldwide, regions, then countries by name.
 * @param {View} view
 * @param {readonly string[]} areas
 */
export function areaNames(view, areas) {
  const countries = areas.filter((area) => /^[A-Z]{2}$/.test(area)).map(view.strings.country).sort(view.strings.compare);
  const wider = codesOf(view, 'area').filter((area) => areas.includes(area)).map((area) => label(view, 'area', area));
  return [...wider, ...countries];
}

/**
 * The first few, and how many more there are.
 * @param {View} view
 * @param {readonly string[]} names
 * @param {number} limit
 */
export function someOf({ strings }, names, limit) {
  if (names.length <= limit + 1) return inRow(names);
  return `${inRow(names.slice(0, limit))} ${strings.t('and_more', { count: names.length - limit })}`;
}

/** Names beside each other: labels are written as headings are, not as words of a sentence. @param {readonly string[]} names */
export const inRow = (names) => names.join(' · ');

/**
 * @param {View} view
 * @param {import('../shared/organisation.js').Place} place
 */
export const placeName = ({ strings }, { city, country }) =>
  [city, strings.country(country)].filter(Boolean).join(strings.lang === 'ar' ? '، ' : ', ');
