/**
 * The short, lasting address: loads the module of an element when that element is on the page or appears later.
 * A second copy of this script is harmless, because modules and element names are registered once.
 */

/** @type {Readonly<Record<string, () => Promise<unknown>>>} */
const MODULES = {
  'defenders-map': () => Promise.all([import('./map/map.js'), askAhead()]),
  'defenders-directory': () => import('./directory/index.js'),
};

/** As far from the screen as the elements start. */
const NEAR = 300;

/** The map's first data comes beside its module instead of after it: the module's own request finds it in the cache. */
async function askAhead() {
  const map = document.querySelector('defenders-map:not([src])');
  if (!map || map.getBoundingClientRect().top > innerHeight + NEAR) return;
  const url = new URL('../../published/v1/overview.json', import.meta.url);
  const credentials = url.origin === location.origin ? 'omit' : 'same-origin'; // no cookies: as shared/download.js
  const answer = await fetch(url, { credentials, referrerPolicy: 'no-referrer', redirect: 'error' }).catch(() => null);
  await answer?.arrayBuffer().catch(() => null);
}

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
