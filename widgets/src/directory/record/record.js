/** The full record: how to get help first, then who they are. */
import { h } from '../../shared/dom.js';
import { direction } from '../../shared/languages.js';
import { externalLink } from '../../shared/links.js';
import { richText } from '../../shared/safe-html.js';
import { facts } from '../facts.js';
import { areaNames, inRow, label, placeName } from '../names.js';
import { channelsOf } from './channels.js';
import { contactCards } from './contact-cards.js';
import { corrections } from './corrections.js';

/** @typedef {import('../directory.js').View} View */
/** @typedef {import('../../shared/organisation.js').Organisation} Organisation */

/**
 * @param {View} view
 * @param {Organisation} o
 * @param {number} level of its headings
 */
export function createRecord(view, o, level) {
  const { strings } = view;
  const channels = channelsOf(view, o);
  /** @param {string} title @param {Node | false | null} content */
  const section = (title, content) => content && h('section', {}, h(`h${level}`, { text: strings.t(title) }), content);
  /** @param {string} kind @param {readonly string[]} codes */
  const names = (kind, codes) => inRow(codes.filter(Boolean).map((code) => label(view, kind, code)));
  const urgent = channels.filter((channel) => channel.urgent);

  const fragment = document.createDocumentFragment();
  for (const part of [
    section('urgent_title', contactCards(view, urgent)),
    section('how_title', localised(view, o.how_to_ask_for_help)),
    section('contact_title', contactCards(view, channels.filter((channel) => !channel.urgent))),
    facts([
      [strings.t('hours_title'), o.hours && localised(view, o.hours)],
      [strings.t('response_title'), names('response_time', [o.response_time])],
      [strings.t('intake_title'), names('intake_status', [o.intake_status])],
      [strings.t('help_offered'), names('service', o.services)],
      [strings.t('for_whom'), names('audience', o.audiences)],
      [strings.t('works_in'), inRow(areaNames(view, o.areas_served))],
      [strings.t('languages'), inRow(o.languages.map(strings.language))],
      [strings.t('places_title'), o.places.length > 0 ? places(view, o) : null],
    ]),
    section('about_title', localised(view, o.description)),
    corrections(view, o),
  ]) if (part) fragment.append(part);
  return fragment;
}

/**
 * A text in its own language, with the language named when it is not the reader's.
 * @param {View} view
 * @param {{text?: string, html?: string, lang: string, outdated: boolean} | null} text
 */
export function localised({ strings }, text) {
  if (!text) return null;
  const { lang, html } = text;
  return h('div', {},
    html !== undefined ? richText({ html, lang }, strings.t('new_tab'))
      : h('p', { lang: lang || null, dir: lang ? direction(lang) : 'auto', text: text.text }),
    lang && lang !== strings.lang && h('p', { class: 'note', text: strings.t('in_language', { language: strings.language(lang) }) }),
    text.outdated && h('p', { class: 'note', text: strings.t('outdated') }));
}

/** Exact offices link to a map of the visitor's choice; nothing is loaded from it here. @param {View} view @param {Organisation} o */
function places(view, { places: all }) {
  const { strings } = view;
  return h('ul', { class: 'places' }, ...all.map((place) => {
    const { lat, lng } = place;
    const exact = place.precision === 'exact' && lat !== null && lng !== null;
    const address = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=16/${lat}/${lng}`;
    return h('li', {}, placeName(view, place), exact && ' · ',
      exact && externalLink(`geo:${lat},${lng}`, [h('bdi', { dir: 'ltr', text: `${lat}, ${lng}` })], ''), exact && ' · ',
      exact && externalLink(address, [strings.t('show_on_map')], strings.t('new_tab')));
  }));
}
