/** `<defenders-guidance>`: a section of the guidance, with its programmes as they stand today. */
import cardCss from '../directory/card.css';
import { DataError, dataFolders } from '../shared/data.js';
import { DefendersElement } from '../shared/element.js';
import { ATTRIBUTES } from '../shared/options.js';
import richCss from '../shared/styles/rich.css';
import { fetchGuidance } from './guidance-data.js';
import guidanceCss from './guidance.css';
import { keyOf } from './key.js';
import { createSection } from './section.js';
import { GUIDANCE } from './strings.js';

/** Built modules lie in /widgets/v1/ and the embed pages in /embed/v1/ of the same host. */
const PAGES = new URL('../../embed/v1/', import.meta.url).href;

export class DefendersGuidance extends DefendersElement {
  /** @override */
  static observedAttributes = [...ATTRIBUTES, 'page'];

  /** @override */
  static styles = [cardCss, richCss, guidanceCss];

  /** @override */
  static tables = [GUIDANCE];

  /** @override */
  static reserve = '20rem';

  /**
   * @override
   * @param {import('../shared/element.js').Context} context
   */
  async draw({ options, strings, stage, signal, ready }) {
    const [guidance] = await Promise.all([fetchGuidance(dataFolders(options), options.lang, signal), strings.completeNames()]);
    signal.throwIfAborted();
    const key = keyOf(this.getAttribute('page'), (sentence) => console.warn(`<${this.localName}> ${sentence}`));
    const section = guidance.pages.get(key);
    if (!section) throw new DataError('shape', `There is no guidance section "${key}", but ${[...guidance.pages.keys()].join(', ')}.`);

    /** @type {(() => void)[]} */
    const later = [];
    stage.append(createSection({
      options, strings, signal, guidance, section,
      labels: guidance.labels,
      today: new Date().toISOString().slice(0, 10),
      pages: (path, query) => `${new URL(path, PAGES).href}?${new URLSearchParams({ lang: options.lang, ...query })}`,
      selected: (detail) => this.announceSelection(detail),
      shown: (then) => later.push(then),
    }));
    // A map or a directory inside is no business of who waits for this widget.
    for (const type of ['defenders-ready', 'defenders-error']) stage.addEventListener(type, (event) => event.stopPropagation());
    ready({ page: key });
    for (const then of later) then();
  }
}
