/** Elements from plain descriptions: text only ever becomes text nodes, so nothing in the data can become markup. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `class`, `text`, `on` (listeners), properties that start with '.', the rest as attributes; null, undefined and false are left out
 * @param {...Child} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name === 'on') for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name[0] === '.') Object.assign(element, { [name.slice(1)]: value });
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * One constructed sheet per text, shared by every widget of the module.
 * @param {string} css
 * @param {Element} [inside] of a widget on the page: where the page changed what a `rem` is for its own sums, a `rem` is
 *   again the size of text that the reader's browser has
 */
export function sheetOf(css, inside) {
  const [own, page] = [inside ?? document.documentElement, document.documentElement].map((one) => parseFloat(getComputedStyle(one).fontSize));
  const text = own === page ? css : css.replace(/([\d.]+)rem/g, (_, count) => `${count * own}px`);
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}
