/** One organisation at a glance, what matters first; its full record opens in place. */
import { h } from '../shared/dom.js';
import { direction } from '../shared/languages.js';
import { externalLink } from '../shared/links.js';
import { facts } from './facts.js';
import { areaNames, label, placeName, someOf } from './names.js';
import { trust } from './trust.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {import('../shared/organisation.js').Organisation} Organisation */

const NAMES = 4;

/** Built modules lie in /widgets/v1/ and the embed pages in /embed/v1/ of the same host. */
const PAGES = new URL('../../embed/v1/organisations/', import.meta.url).href;

let ids = 0;

/**
 * @param {View} view
 * @param {Organisation} o
 * @param {number} level of its heading
 * @param {{has: (id: string) => boolean, set: (id: string, isOpen: boolean) => void}} open which records are open
 */
export function createCard(view, o, level, open) {
  const { strings } = view;
  const id = `defenders-record-${++ids}`;
  const reachable = h('div', { class: 'reachable' });
  const brief = h('div', { class: 'brief' },
    facts([
      [strings.t('for_whom'), someOf(view, o.audiences.map((code) => label(view, 'audience', code)), NAMES)],
      [strings.t('works_in'), someOf(view, areaNames(view, o.areas_served), NAMES)],
      [strings.t('languages'), someOf(view, o.languages.map(strings.language), NAMES)],
    ]),
    reachable);
  const foot = h('div', { class: 'card-foot' }, trust(view, o));
  const record = h('div', { id, class: 'record', '.hidden': true, part: 'record' });
  const toggle = h('button', {
    type: 'button', class: 'card-open', 'aria-expanded': 'false', 'aria-controls': id,
    on: {
      click() {
        if (isOpen()) void set(false);
        else if (view.selected(o)) void set(true);
      },
    },
  }, h('span', { class: 'card-name', dir: 'auto', text: o.name }), o.acronym && h('span', { class: 'acronym', dir: 'auto', text: ` ${o.acronym}` }));

  const element = h('li', { class: `card${o.urgent_help ? ' card-urgent' : ''}`, part: 'card', 'data-organisation': o.id },
    h('div', { class: 'kickers' },
      o.urgent_help && h('span', { class: 'tag tag-urgent', text: strings.t('urgent_label') }),
      o.is_government && h('span', { class: 'tag tag-government', text: strings.t('government') })),
    h(`h${level}`, { class: 'card-title' }, toggle),
    h('div', { class: 'columns' },
      h('div', { class: 'lead' },
        h('p', { class: 'whereabouts', text: whereabouts(view, o) }),
        o.summary && summary(view, o.summary),
        h('ul', { class: 'roles', 'aria-label': strings.t('role_legend') },
          ...o.roles.map((code) => h('li', { class: 'role', text: label(view, 'role', code) })))),
      brief),
    record, foot);

  let whole = false;
  const isOpen = () => !record.hidden;

  /** Where it can be read when the rest is missing here. */
  const ownPage = () => externalLink(`${PAGES}${o.slug}/?lang=${strings.lang}`, [strings.t('record_page')], strings.t('new_tab'));

  view.records.ahead.then(({ shortContacts, keepButton }) => {
    reachable.append(shortContacts(view, o));
    foot.append(keepButton(view, o));
  }, () => reachable.append(ownPage()));

  /** The short card stays until the record is there, and when it does not come. */
  async function fill() {
    record.replaceChildren(h('p', { class: 'note', text: strings.t('loading') }));
    try {
      const { createRecord } = await view.records.load();
      record.replaceChildren(createRecord(view, o, level + 1));
      whole = true;
      brief.hidden = isOpen();
    } catch {
      const sentence = strings.t('record_failed');
      record.replaceChildren(h('p', { class: 'notice' }, `${sentence} `, ownPage()));
      if (isOpen()) view.announce(sentence);
    }
  }

  /** @param {boolean} wanted */
  async function set(wanted) {
    record.hidden = !wanted;
    brief.hidden = wanted && whole;
    toggle.setAttribute('aria-expanded', String(wanted));
    element.classList.toggle('card-opened', wanted);
    if (open.has(o.id) !== wanted) open.set(o.id, wanted);
    if (wanted && !whole) await fill();
  }

  if (open.has(o.id)) void set(true);

  return {
    element,
    focus: () => toggle.focus(),
    /** Opens the record and brings it into view. */
    async reveal() {
      await set(true);
      toggle.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** Kind of organisation and where it is based. @param {View} view @param {Organisation} o */
function whereabouts(view, o) {
  const seat = o.places.find(({ is_seat }) => is_seat) ?? o.places[0];
  return [o.organisation_type !== 'other' && label(view, 'organisation_type', o.organisation_type), seat && placeName(view, seat)]
    .filter(Boolean).join(' · ');
}

/** @param {View} view @param {import('../shared/organisation.js').Text} text */
function summary({ strings }, { text, lang, outdated }) {
  return h('div', { class: 'summary' },
    h('p', { lang: lang || null, dir: lang ? direction(lang) : 'auto', text }),
    lang && lang !== strings.lang && h('p', { class: 'note', text: strings.t('in_language', { language: strings.language(lang) }) }),
    outdated && h('p', { class: 'note', text: strings.t('outdated') }));
}
