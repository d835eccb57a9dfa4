// Runs first on every page: what went wrong, and what the page was like before us.
window.problems = [];
for (const type of ['error', 'unhandledrejection']) {
  addEventListener(type, (event) => problems.push(String(event.reason ?? event.message)));
}
document.addEventListener('securitypolicyviolation', (event) => problems.push(`${event.violatedDirective} ${event.blockedURI}`));
{
  const { stringify } = JSON;
  const { getOwnPropertyNames, keys } = Object;
  const style = (selector) => {
    const { color, font, display, inlineSize } = getComputedStyle(document.querySelector(selector));
    return [color, font, display, inlineSize];
  };
  window.lookAround = () => stringify({
    globals: getOwnPropertyNames(window).sort(),
    prototypes: [Object, Array, Function, String, Promise, Element, HTMLElement, Document, Event, EventTarget]
      .map((one) => [one.name, ...getOwnPropertyNames(one.prototype).sort()]),
    natives: [window.fetch, window.Promise, JSON.parse, JSON.stringify, document.querySelector, Array.prototype.map].map(String),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    head: [...document.head.children].map((one) => one.outerHTML.length),
    body: [...document.body.children].map((one) => one.localName),
    attributes: [...document.querySelectorAll('html, body, defenders-map, defenders-directory')].map((one) => one.getAttributeNames()),
    listeners: keys(window).filter((name) => name.startsWith('on') && window[name]),
    styles: [style('#host-text'), style('#host-button')],
  });
}
