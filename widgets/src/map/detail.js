/**
 * Finer shapes for who looks closely: tiles from the folder of the widget's own files, or from its mirrors. What is looked
 * at no more is not waited for, and where a tile cannot be had, the coarse map stays.
 */
import { DataError, fromFirst, isObject } from '../shared/data.js';
import { downloadJson } from '../shared/download.js';
import { nextTurn } from '../shared/turns.js';
import { boxOf, cellAt, cellsIn, fileOf } from './cells.js';
import { DETAILED } from './view.js';

/** @typedef {import('./geography.js').BaseMap} BaseMap */
/** @typedef {ReturnType<typeof createDetail>} MapDetail */

/** The largest has 5 kB. */
const LIMIT = 128 * 1024;

/** So many stay: a continent. */
const KEPT = 40;

/** What could not be had is asked for again after this long (ms), when the map is moved. */
const RETRY = 15_000;

/** This module and its tiles lie in /widgets/v1/; a mirror has the same folders. @param {readonly string[]} published */
const tileFolders = (published) => [
  ...new Set([new URL('./', import.meta.url).href, ...published.map((folder) => new URL('../../widgets/v1/', folder).href)]),
];

/**
 * @param {any} file
 * @returns {BaseMap}
 * @throws {DataError}
 */
export function readTile(file) {
  const isGrid = isObject(file) && Number.isInteger(file.units) && file.units > 0;
  if (!isGrid || !isObject(file.shapes) || !isObject(file.points) || !Array.isArray(file.contested)) {
    throw new DataError('shape', 'A tile of the base map is not one.');
  }
  return file;
}

/**
 * @param {object} parts
 * @param {Pick<import('./map-view.js').MapView['engine'], 'view' | 'size' | 'refine'>} parts.engine
 * @param {(map: BaseMap) => import('./geography.js').Geography} parts.geographyOf
 * @param {readonly string[]} parts.folders of the published files
 * @param {AbortSignal} parts.signal
 */
export function createDetail({ engine, geographyOf, folders, signal }) {
  const places = tileFolders(folders);
  /** The last one was looked at last. @type {Map<string, import('./painter.js').Detail>} */
  const known = new Map();
  /** @type {Map<string, AbortController>} */
  const coming = new Map();
  /** @type {Map<string, number>} */
  const failed = new Map();

  signal.addEventListener('abort', () => {
    for (const control of coming.values()) control.abort();
  });

  const show = () => engine.refine([...known.values()]);

  /** @param {string} name @param {AbortSignal} stopped */
  async function load(name, stopped) {
    const file = await fromFirst(places, (folder, limits) =>
      downloadJson(`${folder}${fileOf(name)}`, { limit: LIMIT, signal: stopped, ...limits }), stopped);
    await nextTurn();
    stopped.throwIfAborted();
    known.set(name, { geography: geographyOf(readTile(file)), box: boxOf(name) });
    for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
    show();
  }

  /** @param {string} name */
  function ask(name) {
    const control = new AbortController();
    coming.set(name, control);
    load(name, control.signal).then(() => failed.delete(name), () => {
      if (!control.signal.aborted) failed.set(name, performance.now());
    }).finally(() => {
      if (coming.get(name) === control) coming.delete(name);
    });
  }

  return {
    /** Call when the map has come to rest. */
    look() {
      if (signal.aborted) return;
      const wanted = engine.view.scale < DETAILED ? [] : cellsIn(engine.view, engine.size);
      for (const [name, control] of coming) {
        if (wanted.includes(name)) continue;
        control.abort();
        coming.delete(name);
      }
      for (const name of wanted) {
        const detail = known.get(name);
        if (detail) {
          known.delete(name);
          known.set(name, detail);
        } else if (!coming.has(name) && performance.now() - (failed.get(name) ?? -RETRY) >= RETRY) ask(name);
      }
    },

    /** The finest shapes at a place, if there are. @param {number} x world units @param {number} y */
    at: (x, y) => (engine.view.scale < DETAILED ? undefined : known.get(cellAt(x, y))?.geography),
  };
}
