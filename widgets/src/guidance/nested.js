/** The directory or the map of a section: the element itself, with a link until its module is there. */
import { h } from '../shared/dom.js';
import { whenNear } from '../shared/element.js';
import { heading, wayOut } from './texts.js';

/** @typedef {import('./section.js').View} View */

/** @type {Readonly<Record<string, () => Promise<unknown>>>} */
const MODULES = Object.freeze({
  map: () => import('../map/map.js'),
  directory: () => import('../directory/index.js'),
});

/** filter of a block: attribute of the element. */
const ATTRIBUTES = Object.freeze({ role: 'roles', service: 'service', audience: 'audience', country: 'country' });

/** @param {'map' | 'directory'} kind */
export const nested = (kind) => (/** @type {any} */ value, /** @type {View} */ view) => {
  const { options: { lang, theme, accent, src, mirrors }, strings, signal } = view;
  const chosen = Object.entries(ATTRIBUTES).flatMap(([name, attribute]) => {
    const values = value.filters?.[name];
    const codes = Array.isArray(values) ? values.filter((code) => /^\w{2,50}$/.test(code)).join(',') : '';
    return codes ? [{ name, attribute, codes }] : [];
  });
  const address = view.pages(`${kind}/`, Object.fromEntries(chosen.map(({ name, codes }) => [name, codes])));
  const element = h(`defenders-${kind}`, {
    lang, ...Object.fromEntries(chosen.map(({ attribute, codes }) => [attribute, codes])),
    theme, accent: accent || null, src: src || null, mirrors: mirrors.join(' ') || null,
  }, h('p', {}, wayOut(view, address, [strings.t(kind)])));
  if (!customElements.get(element.localName)) view.shown(() => whenNear(element, signal, () => void bring(kind)));
  return h('section', { class: 'nested' }, heading(view, value.heading), element);
};

/** @param {string} kind */
const bring = (kind) => MODULES[kind]().catch((error) => console.warn(`<defenders-${kind}> keeps its own content:`, error));
