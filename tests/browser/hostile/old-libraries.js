// As prototype.js 1.4 to 1.7 and MooTools 1.2 did: methods of their own on everything, some in the place of the language's.
const fromLength = (some) => {
  if (!some) return [];
  if (some.toArray) return some.toArray();
  let length = some.length || 0;
  const results = new Array(length);
  while (length--) results[length] = some[length];
  return results;
};
Object.prototype.extend = function (source) { for (const name in source) this[name] = source[name]; return this; };
Object.prototype.forEachKey = function () {};
Object.prototype.search = 'a value that every object inherits';
Array.from = window.$A = fromLength;
const each = function (tell, context) { for (let i = 0; i < this.length; i++) tell.call(context, this[i], i); return this; };
const collect = function (make, context) { const all = []; each.call(this, (one, i) => { all[all.length] = make.call(context, one, i); }); return all; };
const findAll = function (wanted, context) { const all = []; each.call(this, (one, i) => { if (wanted.call(context, one, i)) all[all.length] = one; }); return all; };
Object.assign(Array.prototype, {
  each, _each: each, map: collect, collect, filter: findAll, select: findAll, findAll,
  find(wanted) { for (let i = 0; i < this.length; i++) if (wanted(this[i], i)) return this[i]; },
  some(wanted) { for (let i = 0; i < this.length; i++) if (wanted(this[i], i)) return true; return false; },
  every(wanted) { for (let i = 0; i < this.length; i++) if (!wanted(this[i], i)) return false; return true; },
  include(one) { return this.indexOf(one) >= 0; },
  reduce() { return this.length > 1 ? this : this[0]; },
  entries() { return fromLength(this); },
  toArray() { return [].concat(this); },
  toJSON() { return '[' + this.join() + ']'; },
  clear() { this.length = 0; return this; },
  first() { return this[0]; }, last() { return this[this.length - 1]; }, size() { return this.length; },
  erase(one) { const at = this.indexOf(one); if (at >= 0) this.splice(at, 1); return this; },
});
String.prototype.toJSON = function () { return '"' + this + '"'; };
String.prototype.contains = function (part) { return this.indexOf(part) >= 0; };
Function.prototype.bind = function (self, ...bound) { const made = this; return function (...rest) { return made.apply(self, bound.concat(rest)); }; };
Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
Object.assign(Element.prototype, {
  hide() { this.style.display = 'none'; }, show() { this.style.display = ''; }, update(html) { this.textContent = html; },
  toggle() {}, select(all) { return this.querySelectorAll(all); }, up() {}, down() {}, next() {}, previous() {}, fire() {},
});
window.$ = window.$$ = (name) => document.getElementById(name);
