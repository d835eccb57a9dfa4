/**
 * Takes a published directory apart while it arrives: its records one by one, then what surrounds them. The whole
 * would block the page for as long as it takes to parse it, and would need several times its size in memory.
 *
 * Records are found by the text between them, which cannot stand inside a string of valid JSON (its quotation marks
 * would be escaped). A piece that is no list of records was cut within one and is joined with the next.
 */
import { DataError } from './download.js';

const OPENING = /"organisations"\s*:\s*\[/;
const BETWEEN = '},{"id":';

/** A record is never this long, characters. */
const LONGEST = 1_000_000;

/** What comes before the first record, or without a record that can be told from the next: looking at more would hold up the page. */
const UNBROKEN = 4_000_000;

/** Closing brackets to try from the end: lists in what may follow the organisations. */
const CLOSINGS = 50;

/** @param {string} text @returns {any[] | null} */
function listOf(text) {
  try {
    return JSON.parse(`[${text}]`);
  } catch {
    return null;
  }
}

/**
 * @param {AsyncIterable<string>} texts the file in pieces, cut anywhere
 * @param {(record: unknown, text: string) => void | Promise<void>} tellOf each record with its JSON
 * @param {string} name of the file, for messages
 * @returns {Promise<unknown>} the file with an empty list of organisations, or as it is when it has no such list
 * @throws {DataError}
 */
export async function takeApart(texts, tellOf, name) {
  let opening = '';
  let rest = '';
  let searched = 0; // up to where `rest` has been looked at
  for await (const text of texts) {
    rest += text;
    if (!opening) {
      const found = OPENING.exec(rest);
      if (!found) {
        if (rest.length > UNBROKEN) throw unreadable();
        continue;
      }
      opening = rest.slice(0, found.index + found[0].length);
      rest = rest.slice(opening.length);
    }
    searched = await takeRecords();
  }
  return takeEnd();

  /** Takes all records that are followed by another one. @returns {Promise<number>} */
  async function takeRecords() {
    let start = 0;
    let from = searched;
    for (;;) {
      const at = rest.indexOf(BETWEEN, from);
      if (at < 0) break;
      const text = rest.slice(start, at + 1);
      const list = listOf(text);
      if (list) {
        await tell(list, text);
        start = at + 2;
      } else if (text.length > LONGEST) {
        throw unreadable();
      }
      from = at + 2;
    }
    rest = rest.slice(start);
    if (rest.length > UNBROKEN) throw unreadable();
    return Math.max(from - start, rest.length - BETWEEN.length, 0);
  }

  function unreadable() {
    return new DataError('not-json', `${name} is not complete JSON.`);
  }

  /** @param {any[]} list @param {string} text */
  async function tell(list, text) {
    if (list.length === 1) return tellOf(list[0], text);
    for (const record of list) await tellOf(record, JSON.stringify(record));
  }

  /** The last record, and what closes the file. */
  async function takeEnd() {
    if (!opening) {
      const [file] = listOf(rest) ?? [];
      if (file !== undefined) return file;
    }
    let at = opening ? rest.lastIndexOf(']') : -1;
    for (let tries = 0; at >= 0 && tries < CLOSINGS; tries++) {
      const list = listOf(rest.slice(0, at));
      const [file] = list ? listOf(opening + rest.slice(at)) ?? [] : [];
      if (list && file) {
        await tell(list, rest.slice(0, at));
        return file;
      }
      at = at > 0 ? rest.lastIndexOf(']', at - 1) : -1;
    }
    throw unreadable();
  }
}
