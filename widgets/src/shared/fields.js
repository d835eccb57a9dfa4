/** Reads published values field by field from allow-lists: whatever is not as expected becomes empty. Pure. */

/** @typedef {{text: string, lang: string, outdated: boolean}} Text */
/** @typedef {{html: string, lang: string, outdated: boolean}} Html */
/** @typedef {(value: any) => any} Read */

export const LINE = 500;
export const BODY = 50_000;
export const MANY = 400;

/** What nobody sees, and what turns the order of letters around: an address could look like another one. */
const DECEIVING = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** @param {number} limit */
export const text = (limit) => /** @type {Read} */ (value) =>
  (typeof value === 'string' ? value.slice(0, limit).replace(DECEIVING, '') : '');

/** @type {Read} */
export const flag = (value) => value === true;

/** @type {Read} */
export const day = (value) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null);

/** @param {RegExp} pattern */
export const codes = (pattern) => /** @type {Read} */ (value) =>
  (Array.isArray(value) ? value.filter((code) => typeof code === 'string' && pattern.test(code)).slice(0, MANY) : []);

export const CODE = /^[a-z][a-z0-9_]{0,49}$/;
export const COUNTRY = /^[A-Z]{2}$/;
export const AREA = /^(?:[A-Z]{2}|[a-z]{3,20})$/;
export const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
export const IDENTIFIER = /^[0-9a-zA-Z-]{1,64}$/;
export const SLUG = /^[a-z0-9-]{1,255}$/;

/** @param {RegExp} pattern */
export const one = (pattern) => /** @type {Read} */ (value) => (typeof value === 'string' && pattern.test(value) ? value : '');

/** @param {Record<string, Read>} fields @param {any} value */
export function pick(fields, value) {
  /** @type {Record<string, unknown>} */
  const picked = {};
  for (const name of Object.keys(fields)) picked[name] = fields[name](value[name]);
  return picked;
}

/** A text of a record, null when there is none. @param {'text' | 'html'} body */
export const localised = (body) => /** @type {Read} */ (value) => {
  if (typeof value?.[body] !== 'string' || value[body].trim() === '') return null;
  return pick({ [body]: text(BODY), lang: one(TAG), outdated: flag }, value);
};

/** @param {any} value whatever it is @returns {unknown} falsy without an identifier or a name */
export const isReadable = (value) => one(IDENTIFIER)(value?.id) && text(LINE)(value.name).trim();
