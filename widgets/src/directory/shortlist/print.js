/**
 * A blank page of its own to print from: its title and its address say nothing, the page it came from is not on the paper.
 *
 * @param {object} sheet
 * @param {string} sheet.title
 * @param {string} sheet.lang
 * @param {'ltr' | 'rtl'} sheet.dir
 * @param {string} sheet.css
 * @param {readonly Node[]} sheet.articles
 * @returns {boolean} false when the browser opens no page
 */
export function printSheet({ title, lang, dir, css, articles }) {
  const page = /** @type {(Window & typeof globalThis) | null} */ (window.open('', '_blank'));
  if (!page) return false;
  const { document: paper } = page;
  paper.title = title;
  Object.assign(paper.documentElement, { lang, dir });
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(css);
  paper.adoptedStyleSheets = [sheet];
  const heading = paper.createElement('h1');
  heading.textContent = title;
  const main = paper.createElement('main');
  main.className = 'sheet';
  main.append(heading, ...articles);
  paper.body.replaceChildren(main);
  page.focus();
  page.print();
  return true;
}
