/**
 * The short, lasting address. It carries the map's first module: one round trip less on a slow phone until the first
 * marker. The directory comes when one is on the page or appears later. A second copy of this script is harmless,
 * because element names are registered once. A page with a directory alone has a lighter script, defenders-directory.js.
 */
import './ahead-of-map.js';
import './map/map.js';

/** @type {Readonly<Record<string, () => Promise<unknown>>>} */
const MODULES = {
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
