/**
 * The same page in another language: what was chosen since it was loaded goes along. Pure.
 * @param {string} link what the page gives
 * @param {string} here the address as it is now
 */
export function inLanguageOf(link, here) {
  const [to, now] = [new URL(link), new URL(here)];
  const lang = to.searchParams.get('lang');
  if (!lang || to.origin !== now.origin || to.pathname !== now.pathname) return link;
  const asked = now.search.slice(1).split('&').filter((pair) => pair && !pair.startsWith('lang='));
  to.search = [`lang=${lang}`, ...asked].join('&');
  return to.href;
}
