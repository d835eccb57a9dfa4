// How everything inside the widgets looks, and where it stands.
() => {
  const looks = {};
  for (const { localName, shadowRoot } of document.querySelectorAll('defenders-map, defenders-directory')) {
    const stage = shadowRoot.querySelector('.stage');
    const { left: edge, top: start } = stage.getBoundingClientRect();
    [stage, ...stage.querySelectorAll('*')].forEach((one, at) => {
      const style = getComputedStyle(one);
      const { left, top, width, height } = one.getBoundingClientRect();
      looks[`${localName} ${at} ${one.localName}.${one.className}`] = [
        ...['display', 'visibility', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'fontVariant',
          'lineHeight', 'textTransform', 'textIndent', 'textAlign', 'textShadow', 'textDecorationLine', 'whiteSpace', 'wordBreak', 'direction', 'cursor',
          'listStyleType', 'userSelect', 'webkitTextFillColor', 'opacity', 'hyphens'].map((name) => `${name}: ${style[name]}`),
        width && height && `box: ${[left - edge, top - start, width, height].map(Math.round)}`];
    });
  }
  return looks;
}
