/** A way to the editors for whoever finds a mistake: no account, and nothing about the visitor in it. */
import { h } from '../../shared/dom.js';
import { externalLink } from '../../shared/links.js';
import { reach } from './channels.js';
import { copyOf } from './copy-button.js';

/**
 * @param {import('../directory.js').View} view
 * @param {{name: string}} organisation
 */
export function corrections(view, { name }) {
  const { strings, data } = view;
  const value = data.corrections;
  const form = /^https:/i.test(value);
  const { text, href } = reach({ kind: form ? 'encrypted_form' : 'email', value });
  if (!href) return null;
  const title = strings.t('correct');
  const address = form ? href : `${href}?subject=${encodeURIComponent(`${title}: ${name}`)}`;
  const shown = h('bdi', { class: 'value', text });
  return h('div', { class: 'correct' },
    h('p', { class: 'contact-way' }, externalLink(address, [title], strings.t('new_tab')), ' ', shown, ' ', copyOf(view, title, value, shown)),
    h('p', { class: 'note', text: strings.t('correct_hint') }));
}
