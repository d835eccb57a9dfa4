/** The list of one's own: what a visitor marked, together, to read and to print. A module of its own. */
import { h } from '../../shared/dom.js';
import { printSheet } from './print.js';
import { createSheet } from './sheet.js';
import sheetCss from './sheet.css';
import shortlistCss from './shortlist.css';
import { SHORTLIST } from './strings.js';

/** @typedef {import('../directory.js').View} View */
/** @typedef {import('../../shared/organisation.js').Organisation} Organisation */
/** @typedef {Awaited<ReturnType<typeof createShortlist>>} Shortlist */

/**
 * @param {View} view
 * @param {object} parts
 * @param {HTMLElement} parts.place
 * @param {Map<string, Organisation>} parts.kept
 * @param {() => void} parts.changed call when something is taken off the list
 */
export async function createShortlist(view, { place, kept, changed }) {
  const { strings, records, announce, adopt } = view;
  const record = await records.load();
  strings.learn(SHORTLIST[strings.lang]);
  adopt(sheetCss, shortlistCss);
  const { t, n } = strings;

  const count = h('span', { class: 'count' });
  const bar = h('div', { class: 'shortlist-bar', role: 'region', 'aria-label': t('my_list'), part: 'shortlist' },
    h('span', { text: t('my_list') }), count,
    h('button', { type: 'button', class: 'button button-strong', text: t('see_list_kept'), on: { click: open } }));
  const body = h('div', { class: 'sheet' });
  const status = h('p', { class: 'note', role: 'status' });
  const heading = h('h2', { class: 'results-title', tabindex: -1, text: t('sheet_title') });
  const dialog = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'shortlist', 'aria-label': t('sheet_title') },
    h('header', {}, heading, button('button', t('close_list'), () => dialog.close())),
    h('p', { class: 'note', text: t('kept_where') }), h('p', { class: 'note', text: t('paper') }),
    h('p', { class: 'shortlist-actions' }, button('button button-strong', t('print'), print), button('button', t('empty_list'), empty)),
    status, body));
  place.append(bar, dialog);

  /** @param {string} kind @param {string} text @param {() => void} click */
  function button(kind, text, click) {
    return h('button', { type: 'button', class: kind, text, on: { click } });
  }

  function draw() {
    body.replaceChildren(...[...kept.values()].map((o) => {
      const article = createSheet(view, record, o);
      article.append(button('quiet', t('remove_filter', { label: o.name }), () => {
        kept.delete(o.id);
        changed();
        show();
        if (kept.size) draw();
        heading.focus();
      }));
      return article;
    }));
  }

  function open() {
    status.textContent = '';
    draw();
    dialog.showModal();
    heading.focus();
  }

  function empty() {
    kept.clear();
    changed();
    show();
  }

  function print() {
    const articles = [...kept.values()].map((o) => createSheet(view, record, o));
    const printed = printSheet({ title: t('sheet_title'), lang: strings.lang, dir: strings.dir, css: sheetCss, articles });
    status.textContent = printed ? '' : t('print_blocked');
  }

  /** How many are on the list by now. */
  function show() {
    bar.hidden = kept.size === 0;
    if (bar.hidden && dialog.open) dialog.close();
    count.textContent = n(kept.size);
    announce(`${t('my_list')}: ${n(kept.size)}`);
  }

  return { show };
}
