/**
 * The full record and the ways to reach an organisation are a module of their own, with their words and styles: the
 * list does not wait for it. It is loaded ahead when the list is there, so that a record opens at once.
 */

/** @typedef {typeof import('./record/index.js')} RecordModule */
/** @typedef {ReturnType<typeof createRecords>} Records */

/**
 * @param {import('../shared/strings.js').Strings} strings
 * @param {(...texts: string[]) => void} adopt
 */
export function createRecords(strings, adopt) {
  /** @type {Promise<RecordModule> | null} */
  let coming = null;
  let prepare = () => {};

  async function loadAll() {
    const module = await import('./record/index.js');
    await module.teachRecordWords(strings);
    adopt(...module.recordStyles);
    return module;
  }

  /** Tries again after a failure. */
  function load() {
    coming ??= loadAll();
    coming.catch(() => { coming = null; });
    return coming;
  }

  /** @type {Promise<RecordModule>} */
  const ahead = new Promise((resolve) => { prepare = () => resolve(load()); });
  ahead.catch(() => {}); // each card says so

  return { load, prepare, /** Settles when the module was loaded ahead, or could not be. */ ahead };
}
