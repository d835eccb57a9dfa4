// Runs in the host page before anything else: notes what is seen first, and acts as a visitor would.
// What it does itself is little, so that the tasks it sees are those of the embed.
//
// An embed that is compared with says itself, as `peer.marker()` and `peer.world()`, when its first marker and its base
// map are there: the time, or true in the first frame that shows them. Without `world` it has no base map.
const widget = () => document.querySelector('defenders-map, defenders-directory')?.shadowRoot;
const within = (selector) => widget()?.querySelector(selector);

const until = (reached) => new Promise((resolve) => {
  const look = () => (reached() ? resolve() : setTimeout(look, 20));
  look();
});
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// Our base map: the first area that is filled on a canvas.
let painted = 0;
const drawing = CanvasRenderingContext2D.prototype;
const { fill } = drawing;
drawing.fill = function noted(...path) {
  drawing.fill = fill;
  painted = performance.now();
  return fill.apply(this, path);
};

const ours = {
  marker: () => Boolean(within('.stage:not([hidden]) .marker')),
  world: () => painted,
};
const hasBaseMap = () => !window.peer || Boolean(window.peer.world);

/** Bytes on the wire and requests of everything but the host page that was there at this time (ms); no cached copies. */
const filesUntil = (time) => {
  const files = performance.getEntriesByType('resource')
    .filter(({ name, responseEnd, transferSize }) => name.startsWith('http') && transferSize && responseEnd && responseEnd <= time);
  return { bytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), requests: files.length };
};

window.bench = {
  marker: 0,
  world: 0,

  arrived: () => until(() => bench.marker && (bench.world || !hasBaseMap())),

  /** What it took until the first marker, and until there were markers on a base map (null: it has none). */
  arrival() {
    const both = hasBaseMap() ? Math.max(bench.marker, bench.world) : null;
    const { bytes, requests } = filesUntil(bench.marker);
    return { marker: bench.marker, bytes, requests, map: both, 'map bytes': both && filesUntil(both).bytes };
  },

  /** Bytes of everything that was loaded so far. */
  loadedBytes: () => filesUntil(Infinity).bytes,

  async nothing() {},

  drawn: () => bench.arrived(),

  async loaded() {
    await until(() => widget()?.querySelectorAll('.card').length >= 20);
  },
  async typing() {
    const field = within('input[type=search]');
    for (const letter of 'seguridad') {
      field.value += letter;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await pause(90);
    }
    await until(() => within('.active .chip'));
  },
  async country(code = 'CO') {
    const select = within(`select:has(option[value=${code}])`);
    select.value = code;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => within('.results .scope'));
  },
  async places() {
    within('.switch button + button').click();
    await until(() => within('.markers .cluster, .markers .single'));
    for (let turns = 0; turns < 3; turns += 1) {
      within('.zoom-in').click();
      await pause(900);
    }
  },
};

const seen = (sight) => (sight === true ? performance.now() : sight || 0);
const look = () => {
  const embed = window.peer ?? ours;
  bench.marker ||= seen(embed.marker());
  bench.world ||= seen(embed.world?.());
  if (!bench.marker || (!bench.world && hasBaseMap())) requestAnimationFrame(look);
};
requestAnimationFrame(look);
