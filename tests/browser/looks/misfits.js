// Whatever does not fit: wider than the page or its widget, cut off, or text that leaves its box.
() => {
  const found = [];
  const SLACK = 1.5; // pixels
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} of ${clientWidth} wide`);
  const name = (one) => `${one.localName}.${one.className} “${one.textContent.trim().slice(0, 40)}”`;
  const forEyes = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0
    && !one.closest('.sr-only, .gone, .skip, [part=frame], select, svg, .choices-urgent > legend');
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);

  const fits = (root, edges) => {
    for (const one of root.querySelectorAll('body *, :host *, *')) {
      if (one.shadowRoot) fits(one.shadowRoot, one.getBoundingClientRect());
      if (!forEyes(one)) continue;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const scroller = one.parentElement?.closest('[class]') && [...ancestors(one)].some(scrolls);
      if (!scroller && (box.left < edges.left - SLACK || box.right > edges.right + SLACK)) {
        found.push(`outside: ${name(one)} ${Math.round(box.left)} to ${Math.round(box.right)}`);
        continue;
      }
      const cuts = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + SLACK
        || /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + SLACK;
      if (cuts && style.display !== 'inline') found.push(`cut off: ${name(one)}`);
      if (style.display === 'inline' || style.display === 'contents') continue;
      for (const text of one.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE || !text.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const line of range.getClientRects()) {
          if (line.left < box.left - SLACK || line.right > box.right + SLACK || line.bottom > box.bottom + SLACK + 4) {
            found.push(`leaves its box: ${name(one)}`);
            break;
          }
        }
      }
    }
  };
  function* ancestors(one) {
    for (let at = one.parentElement; at; at = at.parentElement) yield at;
  }
  fits(document.body, { left: 0, right: clientWidth });
  return [...new Set(found)].slice(0, 60);
}
