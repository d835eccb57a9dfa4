/**
 * Rich text without an HTML parser of the browser: those are sinks that Trusted Types forbids. A small tokenizer reads
 * the few tags our editors use; every other tag is dropped, and whatever it held is plain text.
 */
import { h } from './dom.js';
import { direction } from './languages.js';
import { externalLink, safeHref } from './links.js';

/** What is kept, and as what: headings go below the title of a record. @type {Readonly<Record<string, string>>} */
export const TAGS = Object.freeze({
  p: 'p', br: 'br', b: 'b', strong: 'strong', i: 'i', em: 'em', ul: 'ul', ol: 'ol', li: 'li', h2: 'h5', h3: 'h5', h4: 'h6', a: 'a',
});

/** What these hold is not text for readers. */
const SILENT = /^(?:script|style|template|noscript|iframe|object|svg|math|title|textarea|select|head)$/;

const ENTITIES = Object.freeze(/** @type {Record<string, string>} */ ({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0',
}));

const DEPTH_LIMIT = 20;

/** Lengths are bounded so that no text takes quadratic time. */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^'"<>])*)>|<[!?][^<>]{0,500}>|[^<]+|</gi;

/** @typedef {{tag: string, href: string, children: (Branch | string)[]}} Branch */

/** @param {string} text */
export function decodeEntities(text) {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}

/**
 * Reads rich text into plain branches; never throws, whatever it is given.
 * @param {string} html
 * @returns {Branch}
 */
export function parseHtml(html) {
  /** @type {Branch} */
  const root = { tag: '', href: '', children: [] };
  const open = [root];
  let silent = '';
  for (const [token, slash, name, attributes] of html.matchAll(TOKEN)) {
    const tag = name?.toLowerCase();
    if (silent) {
      if (slash && tag === silent) silent = '';
    } else if (!tag) {
      if (token === '<' || token[0] !== '<') open[open.length - 1].children.push(decodeEntities(token));
    } else if (SILENT.test(tag)) {
      if (!slash && !attributes.endsWith('/')) silent = tag;
    } else if (Object.hasOwn(TAGS, tag)) {
      if (slash) close(open, tag);
      else openTag(open, tag, attributes);
    }
  }
  return root;
}

/**
 * @param {Branch[]} open
 * @param {string} tag
 * @param {string} attributes
 */
function openTag(open, tag, attributes) {
  const branch = { tag, href: tag === 'a' ? hrefOf(attributes) : '', children: [] };
  open[open.length - 1].children.push(branch);
  if (tag !== 'br' && open.length < DEPTH_LIMIT) open.push(branch);
}

/**
 * @param {Branch[]} open
 * @param {string} tag
 */
function close(open, tag) {
  const at = open.findLastIndex((branch) => branch.tag === tag);
  if (at > 0) open.length = at;
}

/** @param {string} attributes */
function hrefOf(attributes) {
  const found = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  return found ? safeHref(decodeEntities(found[1] ?? found[2] ?? found[3])) : '';
}

/**
 * Rich text as nodes, in its own language and direction.
 * @param {{html: string, lang: string}} text
 * @param {string} newTab what to say after a link that opens another tab
 * @param {typeof TAGS} [tags] elements to make of what is kept, where headings have another level
 */
export function richText({ html, lang }, newTab, tags = TAGS) {
  return h('div', { class: 'rich', lang: lang || null, dir: lang ? direction(lang) : 'auto' },
    ...parseHtml(html).children.map((child) => toNode(child, newTab, tags)));
}

/**
 * @param {Branch | string} branch
 * @param {string} newTab
 * @param {typeof TAGS} tags
 * @returns {Node | string}
 */
function toNode(branch, newTab, tags) {
  if (typeof branch === 'string') return branch;
  const children = branch.children.map((child) => toNode(child, newTab, tags));
  if (branch.tag !== 'a') return h(tags[branch.tag], {}, ...children);
  return branch.href ? externalLink(branch.href, children, newTab) : h('span', {}, ...children);
}
