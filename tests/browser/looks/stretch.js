// Makes every text 40 % longer, word by word, as another language may be; what is longer already stays. Returns how many are.
() => {
  window.stretched ??= new WeakSet();
  const longer = (text) => text.replace(/[\p{L}\p{M}]{3,}/gu, (word) => word + word.slice(-Math.ceil(word.length * 0.4)));
  const stretch = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (stretched.has(text) || ['SCRIPT', 'STYLE', 'TEXTAREA'].includes(text.parentNode.nodeName)) continue;
      const before = text.data;
      text.data = longer(before);
      stretched.add(text);
      if (text.data !== before) window.longer = (window.longer ?? 0) + 1;
    }
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) stretch(one.shadowRoot);
  };
  stretch(document.body);
  return window.longer;
}
