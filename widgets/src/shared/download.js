/** Downloads one published JSON file politely: no credentials, no referrer, no redirect, with limits in time and size. */

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
  fetch: (url, init) => globalThis.fetch(url, init),
};

/** No bytes for this long (ms): a slow phone is slow, but it does not stand still. */
const STALL = 20_000;

/**
 * @param {string} url
 * @param {{limit: number, signal?: AbortSignal, stall?: number}} options `limit` in decoded bytes
 * @returns {Promise<unknown>} the parsed JSON
 * @throws {DataError} or the signal's reason when the caller aborts
 */
export async function downloadJson(url, { limit, signal, stall = STALL }) {
  const control = new AbortController();
  const stop = () => control.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  let timer = setTimeout(() => control.abort(), stall);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), stall);
  };
  try {
    const response = await network.fetch(url, {
      credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', signal: control.signal,
    });
    if (!response.ok) throw new DataError('status', `${url} answered ${response.status}.`);
    return parse(url, await readText(url, response, limit, alive));
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof DataError) throw error;
    if (control.signal.aborted) throw new DataError('timeout', `${url} sent nothing for ${stall / 1000} seconds.`);
    throw new DataError('unreachable', `${url} cannot be reached.`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/**
 * @param {string} url
 * @param {Response} response
 * @param {number} limit
 * @param {() => void} alive called for every piece that arrives
 */
async function readText(url, response, limit, alive) {
  const tooLarge = () => new DataError('too-large', `${url} is larger than ${limit} bytes.`);
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    alive();
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * @param {string} url
 * @param {string} text
 */
function parse(url, text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new DataError('not-json', `${url} is not complete JSON.`);
  }
}
