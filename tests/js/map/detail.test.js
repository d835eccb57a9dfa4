import assert from 'node:assert/strict';
import test from 'node:test';
import { network } from '../../../widgets/src/shared/download.js';
import { cellAt, fileOf } from '../../../widgets/src/map/cells.js';
import { createDetail, readTile } from '../../../widgets/src/map/detail.js';
import { worldX, worldY } from '../../../widgets/src/map/view.js';

const TILE = { units: 16384, west: -169, shapes: {}, points: {}, contested: [] };
const BOGOTA = { x: worldX(-74), y: worldY(4.7), scale: 8192 };
const LIMA = { x: worldX(-77), y: worldY(-12), scale: 8192 };
const tileOf = ({ x, y }) => fileOf(cellAt(x, y));
const later = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {() => boolean} holds */
async function until(holds) {
  for (let i = 0; i < 200 && !holds(); i++) await later(10);
  assert.ok(holds());
}

/** A map that shows one place, and a network that answers what the test says. */
function setUp(t, answer, folders = ['https://data.example/published/v1/']) {
  const { fetch } = network;
  const asked = [];
  network.fetch = (url, init) => {
    asked.push({ url, signal: init.signal });
    return answer(url, init);
  };
  t.mock.method(console, 'warn', () => {});
  const control = new AbortController();
  t.after(() => {
    control.abort();
    network.fetch = fetch;
  });
  const engine = { view: BOGOTA, size: { width: 300, height: 200 }, shown: [], refine(details) { this.shown = details; } };
  const detail = createDetail({ engine, geographyOf: (map) => map, folders, signal: control.signal });
  return { engine, detail, asked, control };
}

const answers = (value) => async () => new Response(typeof value === 'string' ? value : JSON.stringify(value));
const never = (url, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test('from_afar_nothing_is_asked_for', async (t) => {
  const { engine, detail, asked } = setUp(t, answers(TILE));
  engine.view = { ...BOGOTA, scale: 1000 };
  detail.look();
  await later();
  assert.deepEqual(asked, []);
  assert.equal(detail.at(BOGOTA.x, BOGOTA.y), undefined);
});

test('what_is_looked_at_closely_comes_once_and_is_drawn', async (t) => {
  const { engine, detail, asked } = setUp(t, answers(TILE));
  detail.look();
  detail.look();
  await until(() => asked.length > 0 && engine.shown.length === asked.length);
  detail.look();
  assert.ok(asked.length >= 1 && new Set(asked.map(({ url }) => url)).size === asked.length);
  assert.ok(asked[0].url.endsWith(tileOf(BOGOTA)));
  assert.deepEqual(detail.at(BOGOTA.x, BOGOTA.y), TILE);
});

test('what_is_looked_at_no_more_is_not_waited_for', async (t) => {
  const { engine, detail, asked } = setUp(t, never);
  detail.look();
  await later();
  const first = asked.length;
  engine.view = LIMA;
  detail.look();
  await later();
  assert.ok(asked[0].signal.aborted);
  assert.ok(asked.slice(first).some(({ url }) => url.endsWith(tileOf(LIMA))));
});

test('nothing_is_waited_for_after_the_widget_left', async (t) => {
  const { detail, asked, control } = setUp(t, never);
  detail.look();
  await later();
  control.abort();
  assert.ok(asked.every(({ signal }) => signal.aborted));
});

test('a_mirror_is_asked_when_the_first_host_fails', async (t) => {
  const { engine, detail } = setUp(t, async (url) => {
    if (!url.startsWith('https://data.example/copy/')) throw new TypeError('blocked');
    return new Response(JSON.stringify(TILE));
  }, ['https://data.example/copy/published/v1/']);
  detail.look();
  await until(() => engine.shown.length > 0);
});

for (const [name, answer] of Object.entries({
  missing: async () => new Response('', { status: 404 }),
  no_json: answers('<!doctype html>'),
  of_another_shape: answers({ units: 0 }),
  too_large: answers(' '.repeat(200_000)),
}))
  test(`where_a_tile_is_${name}_the_coarse_map_stays_and_it_is_not_asked_for_again_at_once`, async (t) => {
    const { engine, detail, asked } = setUp(t, answer);
    detail.look();
    await later();
    const { length } = asked;
    detail.look();
    await later();
    assert.deepEqual(engine.shown, []);
    assert.equal(asked.length, length);
  });

test('a_tile_must_have_all_its_parts', () => {
  assert.equal(readTile(TILE), TILE);
  for (const wrong of [null, [], 'x', {}, { ...TILE, units: 1.5 }, { ...TILE, shapes: [] }, { ...TILE, contested: {} }])
    assert.throws(() => readTile(wrong), { code: 'shape' });
});
