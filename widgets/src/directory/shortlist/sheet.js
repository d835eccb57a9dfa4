/**
 * What paper says of an organisation: its name, all channels and notes, how far to trust them. Not what it does and for
 * whom: paper is found by others.
 */
import { h } from '../../shared/dom.js';
import { facts } from '../facts.js';
import { inRow, label, placeName } from '../names.js';
import { trust } from '../trust.js';

/** @typedef {import('../directory.js').View} View */

/**
 * @param {View} view
 * @param {import('../records.js').RecordModule} record
 * @param {import('../../shared/organisation.js').Organisation} o
 */
export function createSheet(view, { channelsOf, contactCards, localised }, o) {
  const { strings } = view;
  const { t } = strings;
  /** @param {string} kind @param {string} code */
  const name = (kind, code) => (code ? label(view, kind, code) : '');
  return h('article', {},
    h('h3', { dir: 'auto', text: o.name }),
    h('p', { class: 'note', dir: 'auto', text: inRow([o.acronym, o.alternate_name].filter(Boolean)) }),
    o.is_government && h('p', {}, h('span', { class: 'tag tag-government', text: t('government') })),
    contactCards(view, channelsOf(view, o)),
    facts([
      [t('hours_title'), localised(view, o.hours)],
      [t('response_title'), name('response_time', o.response_time)],
      [t('intake_title'), name('intake_status', o.intake_status)],
      [t('languages'), inRow(o.languages.map(strings.language))],
      [t('places_title'), inRow(o.places.map((place) => placeName(view, place)))],
      [t('how_title'), localised(view, o.how_to_ask_for_help)],
    ]),
    trust(view, o));
}
