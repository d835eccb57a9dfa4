/** Modules of elements that may be on the page or appear later: each is loaded when the first of its elements is there. */

/** @param {Readonly<Record<string, () => Promise<unknown>>>} modules by the element's name */
export function loadOnDemand(modules) {
  const waiting = new Set(Object.keys(modules).filter((name) => !customElements.get(name)));
  const watcher = new MutationObserver(look);

  function look() {
    for (const name of waiting) {
      if (!document.getElementsByTagName(name).length) continue;
      waiting.delete(name);
      modules[name]().catch((error) => {
        console.warn(`<${name}> keeps its own content:`, error);
      });
    }
    if (waiting.size === 0) watcher.disconnect();
  }

  watcher.observe(document.documentElement, { childList: true, subtree: true });
  look();
}
