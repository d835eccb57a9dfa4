// Texts whose letters do not agree with the language or the direction that is declared around them.
() => {
  const found = [];
  let looked = 0;
  const around = (node, wanted) => {
    for (let at = node.parentNode; at; at = at.parentNode ?? at.host) {
      if (at.nodeType === Node.ELEMENT_NODE && at.matches(wanted)) return at;
    }
    return null;
  };
  const letters = (text, script) => (text.match(new RegExp(`\\p{Script=${script}}`, 'gu')) ?? []).length;

  const look = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent?.checkVisibility() || ['SCRIPT', 'STYLE', 'OPTION'].includes(parent.nodeName)) continue;
      const [arabic, latin] = [letters(text.data, 'Arabic'), letters(text.data, 'Latin')];
      if (arabic + latin < 2) continue;
      looked += 1;
      const { direction } = getComputedStyle(parent);
      const { lang } = around(text, '[lang]');
      const says = `“${text.data.trim().slice(0, 50)}” is ${lang} ${direction}`;
      if (arabic > latin && (lang !== 'ar' || direction !== 'rtl')) found.push(says);
      // Names and addresses of any language say that their direction is their own.
      const sentence = latin > 20 && arabic === 0 && !around(text, 'bdi, [dir=auto]');
      if (sentence && (lang === 'ar' || direction !== 'ltr')) found.push(says);
      if (/\b\d{4}-\d\d-\d\d\b/.test(text.data)) found.push(`a date for machines: ${text.data}`);
    }
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) look(one.shadowRoot);
  };
  look(document.body);
  return { looked, found: [...new Set(found)].slice(0, 20) };
}
