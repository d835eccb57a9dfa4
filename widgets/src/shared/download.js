/** Downloads one published JSON file politely: no credentials, no referrer, no redirect, with limits in time and size. */
import { politely, takeAhead } from './ahead.js';

/** @typedef {'unreachable' | 'timeout' | 'status' | 'not-json' | 'too-large' | 'version' | 'shape'} DataErrorCode */

/** A published file could not be used; `code` says why, `message` is for developers. */
export class DataError extends Error {
  /**
   * @param {DataErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'DataError';
    this.code = code;
  }
}

/** The one seam to the network; tests replace it. */
export const network = {
  /**
   * @param {string} url
   * @param {RequestInit} init
   */
  fetch: (url, init) => takeAhead(url) ?? globalThis.fetch(url, init),
};

/** @typedef {{stall: number, until: number}} TimeLimits `stall`: ms without a byte, `until`: on the clock of `performance.now()` */

/** @typedef {{limit: number, signal?: AbortSignal} & TimeLimits} DownloadOptions `limit` in decoded bytes */

/**
 * @param {string} url
 * @param {DownloadOptions} options
 * @returns {Promise<unknown>} the parsed JSON
 * @throws {DataError} or the signal's reason when the caller aborts
 */
export async function downloadJson(url, options) {
  let text = '';
  for await (const piece of downloadText(url, options)) text += piece;
  try {
    return JSON.parse(text);
  } catch {
    throw new DataError('not-json', `${url} is not complete JSON.`);
  }
}

/**
 * The text in pieces, as it arrives.
 * @param {string} url
 * @param {DownloadOptions} options
 * @returns {AsyncGenerator<string, void>}
 * @throws {DataError} or the signal's reason when the caller aborts
 */
export async function* downloadText(url, { limit, signal, stall, until }) {
  const control = new AbortController();
  const stop = () => control.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);

  /** @template T @param {() => Promise<T>} step @returns {Promise<T>} what the network gives in time */
  const inTime = async (step) => {
    const timer = setTimeout(() => control.abort(), Math.min(stall, until - performance.now()));
    try {
      return await step();
    } catch {
      if (signal?.aborted) throw signal.reason;
      if (control.signal.aborted) throw new DataError('timeout', `${url} took too long.`);
      throw new DataError('unreachable', `${url} cannot be reached.`);
    } finally {
      clearTimeout(timer);
    }
  };

  try {
    const response = await inTime(() => network.fetch(url, { ...politely(url), signal: control.signal }));
    if (!response.ok) throw new DataError('status', `${url} answered ${response.status}.`);
    if (!response.body) yield await inTime(() => response.text()); // the page replaced `fetch` by something older
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    for (let size = 0; reader;) {
      const { done, value } = await inTime(() => reader.read());
      if (done) break;
      size += value.byteLength;
      if (size > limit) throw new DataError('too-large', `${url} is too large.`);
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    signal?.removeEventListener('abort', stop);
    control.abort(); // whoever left early wants no more of it
  }
}
