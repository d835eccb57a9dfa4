/** Each kind of block from its published value to a node, as `widgets/embed/blocks/` has them without scripts. */
import { h } from '../shared/dom.js';
import { programmes, testimonies, trainings } from './listings.js';
import { nested } from './nested.js';
import { pictureOf } from './pictures.js';
import { readPicture } from './records.js';
import { heading, prose, spokenIn, wayOut, webAddress, words } from './texts.js';

/** @typedef {import('./section.js').View} View */
/** @typedef {(value: any, view: View) => Node | null | undefined | false | ''} Draw may throw when the value is broken */

/** @type {Draw} */
const rich_text = (value, view) => prose(view, value.html);

/** @type {Draw} */
const steps = (value, view) => h('section', {}, heading(view, value.heading),
  h('ol', { class: 'steps' }, ...value.items.map((/** @type {any} */ one) => h('li', {}, heading(view, one.title, 'h4'), prose(view, one.html)))));

/** @type {Draw} */
const question_and_answer = (value, view) => h('section', {}, heading(view, value.heading),
  ...value.items.flatMap((/** @type {any} */ one) => [heading(view, one.question, 'h4'), prose(view, one.html)]));

/** @type {Draw} */
const warning = (value, view) => {
  const careful = value.level === 'warning';
  return h('div', { class: careful ? 'warning' : 'warning warning-calm', role: 'note' },
    h('p', {}, heading(view, value.heading, 'strong') || h('strong', { text: view.strings.t(careful ? 'careful' : 'good_to_know') })),
    prose(view, value.html));
};

/** @type {Draw} */
const quote = (value, view) => {
  const url = webAddress(value.url);
  const source = words(value.attribution) || url;
  return words(value.text) && h('figure', { class: 'voice', ...spokenIn(view.section.lang) },
    h('blockquote', {}, h('p', { text: words(value.text) })),
    source && h('figcaption', {}, wayOut(view, url, [source])));
};

/** @type {Draw} */
const image = (value, view) => {
  const { lang } = view.section;
  const picture = readPicture(value.image);
  return picture && h('figure', { class: 'picture' }, pictureOf(view, picture, lang),
    words(value.caption) && h('figcaption', { class: 'note', ...spokenIn(lang), text: words(value.caption) }));
};

/** @type {Draw} */
const document_ = (value, view) => {
  const { url, title, type, size } = value.document;
  const address = webAddress(url);
  const about = [words(type).toUpperCase(), Number(size) > 0 && inBytes(view, Number(size))].filter(Boolean).join(' · ');
  return address && h('div', { class: 'document', ...spokenIn(view.section.lang) },
    h('p', {}, wayOut(view, address, [words(title) || address]), ' ', h('bdi', { class: 'note', text: about })),
    words(value.text) && h('p', { text: words(value.text) }));
};

/** @param {View} view @param {number} size */
const inBytes = ({ strings }, size) => {
  const [unit, divisor] = size < 1_000_000 ? ['kB', 1_000] : ['MB', 1_000_000];
  return `${strings.n(Math.max(1, Math.round(size / Number(divisor))))} ${unit}`;
};

/** @type {Draw} */
const call_to_action = (value, view) => {
  const address = webAddress(value.page?.url || value.url);
  return address && h('section', { class: 'action', ...spokenIn(view.section.lang) }, heading(view, value.heading),
    words(value.text) && h('p', { text: words(value.text) }),
    h('p', { class: 'way' }, wayOut(view, address, [words(value.link_label) || address])));
};

/** @type {Readonly<Record<string, Draw>>} */
const BLOCKS = Object.freeze({
  rich_text, steps, question_and_answer, warning, quote, image, document: document_, call_to_action, programmes, trainings,
  testimonies, directory: nested('directory'), map: nested('map'),
});

/**
 * What can be drawn of a section; a block that is broken or of a kind to come is left out.
 * @param {View} view
 * @returns {Node[]}
 */
export const blocksOf = (view) => view.section.body.flatMap((/** @type {any} */ block) => {
  try {
    const kind = words(block.type);
    const node = Object.hasOwn(BLOCKS, kind) && BLOCKS[kind](block.value, view);
    return node ? [node] : [];
  } catch (error) {
    console.warn('defenders: a block of the guidance cannot be shown.', error);
    return [];
  }
});
