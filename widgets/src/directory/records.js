/**
 * The full record is a module of its own, with its words and styles: the list does not wait for it. It is loaded ahead
 * when the list is there, so that a record opens at once.
 */

/** @typedef {typeof import('./record/index.js')} RecordModule */
/** @typedef {ReturnType<typeof createRecords>} Records */

/**
 * @param {import('../shared/strings.js').Strings} strings
 * @param {(...texts: string[]) => void} adopt
 */
export function createRecords(strings, adopt) {
  /** @type {RecordModule | null} */
  let ready = null;
  /** @type {Promise<RecordModule> | null} */
  let coming = null;

  async function load() {
    const module = await import('./record/index.js');
    await module.teachRecordWords(strings);
    adopt(...module.recordStyles);
    ready = module;
    return module;
  }

  return {
    /** The module if it is there already. */
    now: () => ready,

    /** Tries again after a failure. */
    load() {
      coming ??= load();
      coming.catch(() => { coming = null; });
      return coming;
    },
  };
}
