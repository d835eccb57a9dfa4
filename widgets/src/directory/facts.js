/** Short facts as a description list. */
import { h } from '../shared/dom.js';

/** @param {readonly [term: string, value: string | Node | null][]} rows rows without a value are left out */
export function facts(rows) {
  const known = rows.filter(([, value]) => value);
  return known.length > 0 && h('dl', { class: 'facts' },
    ...known.map(([term, value]) => h('div', {}, h('dt', { text: term }), h('dd', {}, value))));
}
