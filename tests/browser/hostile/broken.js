// Observers and requests refuse to work.
for (const name of ['IntersectionObserver', 'ResizeObserver']) window[name] = class { constructor() { throw new TypeError('blocked'); } };
window.fetch = () => { throw new TypeError('blocked by a filter'); };
