/** Modules of elements that may be on the page or appear later: each is loaded when the first of its elements is there. */

/** @param {Readonly<Record<string, () => Promise<unknown>>>} modules by the element's name */
export function loadOnDemand(modules) {
  const waiting = new Set(Object.keys(modules).filter((name) => !customElements.get(name)));
  function look() {
    for (const name of waiting) {
      if (!document.getElementsByTagName(name).length) continue;
      waiting.delete(name);
      modules[name]().catch((error) => {
        console.warn(`<${name}> keeps its own content:`, error);
      });
    }
    return waiting.size;
  }

  if (!look()) return;
  try {
    const watcher = new MutationObserver(() => look() || watcher.disconnect());
    watcher.observe(document.documentElement, { childList: true, subtree: true });
  } catch (error) {
    console.warn('defenders: what is added to the page later keeps its own content:', error); // the page broke its browser
  }
}
