// What each widget shows: its fallback, its sentence, its own content.
() => [...document.querySelectorAll('[data-case]')].map((widget) => {
  const container = widget.shadowRoot?.firstElementChild;
  const notice = container?.querySelector('.notice');
  return {
    case: widget.dataset.case, kind: widget.localName.split('-')[1], lang: widget.lang,
    sentence: notice?.innerText ?? '',
    spoken: notice?.closest('[role=status]') !== null,
    said: notice ? [notice.closest('[lang]').lang, getComputedStyle(notice).direction] : [],
    fallback: widget.querySelector('a').checkVisibility() && widget.querySelector('a').getClientRects().length > 0,
    stage: container?.querySelector('.stage:not([hidden])') !== null && container !== undefined,
    busy: container?.getAttribute('aria-busy') === 'true',
  };
})
