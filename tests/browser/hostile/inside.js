// Everything inside the widgets: addresses of links, names of elements, attributes and texts that could do harm.
() => {
  const found = { links: [], elements: {}, listeners: [], deceiving: [], text: '', wide: [] };
  const look = (root) => {
    for (const one of root.querySelectorAll('*')) {
      found.elements[one.localName] = (found.elements[one.localName] ?? 0) + 1;
      for (const { name } of one.attributes) if (name.startsWith('on') || name === 'srcdoc' || name === 'style' && one.closest('a')) found.listeners.push(name);
      for (const name of ['href', 'src', 'action', 'formaction', 'poster', 'data']) {
        if (one.hasAttribute(name) && !one.localName.startsWith('defenders-')) found.links.push(one.getAttribute(name));
      }
      if (one.shadowRoot) look(one.shadowRoot);
    }
    found.text += root.textContent;
  };
  for (const widget of document.querySelectorAll('[data-case]')) {
    look(widget.shadowRoot);
    if (widget.scrollWidth > widget.clientWidth + 1) found.wide.push(widget.dataset.case);
  }
  return found;
}
