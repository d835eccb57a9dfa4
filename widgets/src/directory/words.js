/** The search for words: a module of its own, loaded when the list is there. */
import { h } from '../shared/dom.js';
import { areaName } from './names.js';

/** @typedef {import('./directory.js').View} View */
/** @typedef {ReturnType<typeof import('../shared/search.js').createSearch>} Search */
/** @typedef {import('../shared/turns.js').Pace} Pace */

/** @param {View} view */
export function createWords(view) {
  const notice = h('p', { class: 'notice', text: view.strings.t('search_failed'), '.hidden': true });
  /** @type {Promise<Search> | null} */
  let coming = null;

  /** Tries again after a failure. */
  function load() {
    coming ??= import('../shared/search.js').then(({ createSearch }) =>
      createSearch(view.data.catalogue, (area) => areaName(view, area)));
    coming.catch(() => { coming = null; });
    return coming;
  }

  return {
    /** Says that the list does not follow the words. */
    notice,

    /** @param {string} typed @param {Pace} pace */
    async find(typed, pace) {
      const search = await load().catch(() => null);
      notice.hidden = search !== null;
      return search && search.find(typed, pace);
    },

    /** @param {Pace} pace */
    prepare: (pace) => load().then((search) => search.prepare(pace), () => {}),
  };
}
