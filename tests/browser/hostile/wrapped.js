// As zone.js, old promises and measuring scripts do: everything is wrapped, some of it by something less able.
const Native = Promise;
class Zoned {
  constructor(run) { this.inner = run instanceof Native ? run : new Native(run); }
  then(kept, broken) { return new Zoned(this.inner.then(kept, broken)); }
  catch(broken) { return this.then(undefined, broken); }
  finally(last) { return new Zoned(this.inner.finally(last)); }
}
for (const name of ['resolve', 'reject', 'all', 'allSettled', 'race', 'any']) Zoned[name] = (...some) => new Zoned(Native[name](...some));
window.Promise = Zoned;
const wrap = (owner, name) => { const native = owner[name]; owner[name] = function (...some) { return native.apply(this, some); }; };
for (const name of ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'queueMicrotask', 'getComputedStyle']) wrap(window, name);
for (const name of ['querySelector', 'querySelectorAll', 'getElementsByTagName', 'createElement']) wrap(document, name);
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) wrap(EventTarget.prototype, name);
for (const name of ['parse', 'stringify']) wrap(JSON, name);
for (const name of ['append', 'replaceChildren', 'setAttribute', 'attachShadow']) wrap(Element.prototype, name);
for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
  window[name] = class extends window[name] { constructor(tell, options) { super((...some) => tell(...some), options); } };
}
const asked = window.fetch;
// Older than streams, as polyfills over XMLHttpRequest are.
window.fetch = (address, options) => new Zoned(asked(address, options).then((answer) => ({
  ok: answer.ok, status: answer.status, headers: answer.headers, text: () => new Zoned(answer.text()), json: () => new Zoned(answer.json()),
})));
