// Lays out everything: cards that are not near the screen are left for later, and would be measured as they were.
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  const lay = (root) => {
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      if (!shadowRoot) continue;
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
      lay(shadowRoot);
    }
  };
  lay(document);
}
