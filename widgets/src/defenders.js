/**
 * The short, lasting address: loads the module of an element when that element is on the page or appears later.
 * A second copy of this script is harmless, because modules and element names are registered once.
 */

/** @type {Readonly<Record<string, () => Promise<unknown>>>} */
const MODULES = {
  'defenders-map': () => import('./map/map.js'),
  'defenders-directory': () => import('./directory/index.js'),
};

const waiting = new Set(Object.keys(MODULES).filter((name) => !customElements.get(name)));

const watcher = new MutationObserver(look);

function look() {
  for (const name of waiting) {
    if (!document.getElementsByTagName(name).length) continue;
    waiting.delete(name);
    MODULES[name]().catch((error) => {
      console.warn(`<${name}> keeps its own content:`, error);
    });
  }
  if (waiting.size === 0) watcher.disconnect();
}

watcher.observe(document.documentElement, { childList: true, subtree: true });
look();
