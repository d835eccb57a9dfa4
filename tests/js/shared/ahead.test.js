import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { askAhead, takeAhead } from '../../../widgets/src/shared/ahead.js';


/** @type {string[]} */
let asked = [];
/** @type {{top: number} | null} */
let map = null;
let defined = false;
let mirrors = false;
const before = { fetch: globalThis.fetch };

beforeEach(() => {
  asked = [];
  map = { top: 0 };
  defined = false;
  Object.assign(globalThis, {
    innerHeight: 800,
    document: {
      querySelector: () => map && {
        localName: 'defenders-map', getBoundingClientRect: () => map, hasAttribute: () => mirrors,
      },
    },
    customElements: { get: () => (defined ? class {} : undefined) },
    fetch: async (/** @type {string} */ url) => {
      asked.push(url);
      return new Response('{}');
    },
  });
});

afterEach(() => {
  Object.assign(globalThis, before);
  for (const name of ['innerHeight', 'document', 'customElements']) Reflect.deleteProperty(globalThis, name);
});

const overview = () => asked[0] ?? '';

test('a map near the screen is asked for once, and its answer is taken once', async () => {
  askAhead();
  assert.equal(asked.length, 1);
  assert.match(overview(), /\/published\/v1\/overview\.json$/);
  const answer = await takeAhead(overview());
  assert.equal(await answer?.text(), '{}');
  assert.equal(takeAhead(overview()), undefined);
});

test('nothing is asked for without a map, for one far below, and when a map runs already', () => {
  map = null;
  askAhead();
  map = { top: 5000 };
  askAhead();
  map = { top: 0 };
  defined = true;
  askAhead();
  assert.deepEqual(asked, []);
});

test('a map with mirrors waits half as long', async () => {
  /** @type {number[]} */
  const patience = [];
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (/** @type {number} */ time) => {
    patience.push(time);
    return new AbortController().signal;
  };
  try {
    mirrors = false;
    askAhead();
    mirrors = true;
    askAhead();
  } finally {
    AbortSignal.timeout = timeout;
    mirrors = false;
  }
  assert.deepEqual(patience, [20_000, 10_000]);
});

test('a failure is told to whoever takes the answer, and to nobody else', async () => {
  Object.assign(globalThis, { fetch: async (/** @type {string} */ url) => {
    asked.push(url);
    throw new TypeError('offline');
  } });
  askAhead();
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  await assert.rejects(async () => takeAhead(overview()), /offline/);
});
