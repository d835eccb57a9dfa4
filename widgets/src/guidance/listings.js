/** Programmes, trainings and testimonies as lists. */
import { facts } from '../directory/facts.js';
import { h } from '../shared/dom.js';
import { programmesOf, trainingsOf } from './choose.js';
import { pictureOf } from './pictures.js';
import { heading, localised, spokenIn, wayOut, webAddress } from './texts.js';
import { programmeInWords, trainingInWords } from './words.js';

/** @typedef {import('./section.js').View} View */
/** @typedef {import('./records.js').Programme} Programme */
/** @typedef {import('./records.js').Training} Training */
/** @typedef {import('./records.js').Testimony} Testimony */
/** @typedef {ReturnType<typeof programmeInWords> | ReturnType<typeof trainingInWords>} InWords */

/**
 * What a card has beside its record's words.
 * @typedef {object} Rest
 * @property {[term: string, text: import('./records.js').Html | null][]} details
 * @property {string} address
 * @property {string} link
 * @property {import('./records.js').Text | null} nomination
 */

/** @param {any} value @param {View} view */
export function programmes(value, view) {
  const { t } = view.strings;
  const found = programmesOf(view.guidance, value.filters, view.today);
  return listing(value, view, 'no_programme', found.map((one) => card(view, one, programmeInWords(view, one), {
    details: [[t('what'), one.description], [t('offers'), one.what_it_offers]],
    address: one.application_url, link: t('apply'), nomination: one.nominator_note,
  })));
}

/** @param {any} value @param {View} view */
export function trainings(value, view) {
  const { t } = view.strings;
  const found = trainingsOf(view.guidance, value.filters, view.today);
  return listing(value, view, 'no_training', found.map((one) => card(view, one, trainingInWords(view, one), {
    details: [[t('what'), one.description]], address: one.url, link: t('about_training'), nomination: null,
  })));
}

/** @param {any} value @param {View} view */
export function testimonies(value, view) {
  const spoken = view.guidance.testimonies;
  return spoken.length > 0 && h('section', {}, heading(view, value.heading),
    h('div', { class: 'voices' }, ...spoken.map((one) => testimony(view, one))));
}

/** @param {any} value @param {View} view @param {string} nothing @param {Node[]} cards */
const listing = (value, view, nothing, cards) => h('section', {}, heading(view, value.heading),
  cards.length > 0 ? h('ul', { class: 'cards', part: 'list' }, ...cards) : h('p', { class: 'note', text: view.strings.t(nothing) }));

/** @param {View} view @param {Programme | Training} one @param {InWords} told @param {Rest} rest */
function card(view, one, told, { details, address, link, nomination }) {
  const { strings } = view;
  const name = () => h('bdi', { text: one.name });
  const href = webAddress(address);
  return h('li', { class: `card call-${told.state}`, part: 'card' },
    h('p', { class: 'kickers' },
      h('span', { class: `tag tag-${told.state}`, text: told.stateLabel }),
      told.days && h('strong', { class: 'days', text: told.days }),
      one.sample && h('span', { class: 'tag', text: strings.t('sample') })),
    h('h4', { class: 'card-title' }, name()),
    organisation(view, one.organisation),
    localised(strings, one.summary),
    facts([...told.facts, [strings.t('nominated'), localised(strings, nomination)]]),
    ...details.map(([term, text]) => text && h('details', {},
      h('summary', {}, term, h('span', { class: 'sr-only' }, ': ', name())), localised(strings, text))),
    href && h('p', { class: 'way' }, wayOut(view, href, [link, h('span', { class: 'sr-only' }, ': ', name())])));
}

/** The page may show the organisation itself. @param {View} view @param {import('./records.js').Reference} reference */
function organisation(view, { id, slug, name }) {
  if (!name) return null;
  const href = slug && view.pages(`organisations/${slug}/`, {});
  const link = wayOut(view, href, [h('bdi', { text: name })]);
  link.addEventListener('click', (event) => {
    if (href && !view.selected({ id, slug, name })) event.preventDefault();
  });
  return h('p', { class: 'whereabouts' }, link);
}

/** @param {View} view @param {Testimony} testimony */
function testimony(view, { attribution, is_composed, is_pseudonym, sample, picture, quote, context }) {
  const { strings } = view;
  const note = is_composed ? strings.t('composed') : is_pseudonym && strings.t('renamed');
  return h('figure', { class: 'voice' },
    picture && pictureOf(view, picture, picture.alt_lang),
    h('blockquote', spokenIn(quote.lang), h('p', { text: quote.text })),
    h('figcaption', {}, h('bdi', { text: attribution }),
      context && h('p', { ...spokenIn(context.lang), text: context.text }),
      note && h('p', { class: 'note', text: note }),
      sample && h('p', { class: 'note', text: strings.t('sample') })));
}
