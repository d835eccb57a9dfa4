// What has the focus, inside shadow roots too, and whether it can be seen there.
() => {
  let at = document.activeElement;
  const hosts = [];
  while (at?.shadowRoot?.activeElement) {
    hosts.push(at.localName);
    at = at.shadowRoot.activeElement;
  }
  // A box that is only for screen readers is drawn by its label.
  const drawn = (at.type === 'checkbox' && at.closest('label')) || at;
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
  const { width, height, top, bottom } = drawn.getBoundingClientRect();
  return {
    host: hosts[0] ?? '', tag: at.localName, id: at.id,
    name: at.getAttribute('aria-label') || at.labels?.[0]?.innerText || at.innerText || '',
    ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inView: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    part: at.getAttribute('part') ?? '', expanded: at.ariaExpanded, pressed: at.ariaPressed,
  };
}
