// Runs in the host page before anything else: notes the first marker, and acts as a visitor would.
// What it does itself is little, so that the tasks it sees are those of the widgets.
const widget = () => document.querySelector('defenders-map, defenders-directory')?.shadowRoot;
const within = (selector) => widget()?.querySelector(selector);

const until = (reached) => new Promise((resolve) => {
  const look = () => (reached() ? resolve() : setTimeout(look, 20));
  look();
});
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

window.bench = {
  marker: 0,

  async nothing() {},

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
  async country() {
    const select = within('select:has(option[value=CO])');
    select.value = 'CO';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => within('.results .scope'));
  },
  async places() {
    within('.switch button + button').click();
    await until(() => within('.cluster'));
    for (let turns = 0; turns < 3; turns += 1) {
      within('.zoom-in').click();
      await pause(900);
    }
  },
};

const look = () => {
  if (within('.stage:not([hidden]) .marker') || window.compared) window.bench.marker = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
