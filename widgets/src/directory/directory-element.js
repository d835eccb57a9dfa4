/** `<defenders-directory>`: the searchable list of organisations. */
import { dataFolders } from '../shared/data.js';
import { fetchDirectory } from '../shared/directory-data.js';
import { DefendersElement } from '../shared/element.js';
import { nextTurn } from '../shared/turns.js';
import { mountDirectory } from './directory.js';
import { teachDirectoryWords } from './strings.js';

/** @typedef {import('../shared/element.js').Context} Context */
/** @typedef {import('../shared/options.js').Options} Options */

export class DefendersDirectory extends DefendersElement {
  /** @type {import('./directory.js').MountedDirectory | null} */
  #mounted = null;

  /**
   * @override
   * @param {Context} context
   */
  async draw({ options, strings, stage, signal, ready, announce }) {
    const [data] = await Promise.all([
      fetchDirectory(dataFolders(options), options.lang, signal), teachDirectoryWords(strings),
    ]);
    await nextTurn();
    signal.throwIfAborted();
    const mounted = await mountDirectory(stage, {
      options, strings, data, announce, onSelect: (detail) => this.announceSelection(detail),
    });
    if (signal.aborted) return mounted.destroy();
    this.#mounted = mounted;
    signal.addEventListener('abort', () => {
      mounted.destroy();
      this.#mounted = null;
    });
    await mounted.shown;
    ready({ organisations: data.catalogue.size });
  }

  /**
   * @override
   * @param {Partial<Options>} changed
   */
  update(changed) {
    this.#mounted?.update(changed);
    return this.#mounted !== null;
  }
}
