import assert from 'node:assert/strict';
import { afterEach, describe, mock, test } from 'node:test';
import { DataError, dataFolders, fetchOverview, inOrder, readOverview } from '../../../widgets/src/shared/data.js';
import { fetchDirectory, readDirectory } from '../../../widgets/src/shared/directory-data.js';
import { downloadJson, network } from '../../../widgets/src/shared/download.js';
import { readOrganisation } from '../../../widgets/src/shared/organisation.js';

const realFetch = network.fetch;
const realWarn = console.warn;
afterEach(() => {
  network.fetch = realFetch;
  console.warn = realWarn;
});

/** Answers by address; what is missing is unreachable. @param {Record<string, () => Response | Promise<Response>>} answers */
function answer(answers) {
  const asked = [];
  console.warn = () => {};
  network.fetch = async (url, init) => {
    asked.push({ url, init });
    if (!answers[url]) throw new TypeError('Failed to fetch');
    return answers[url]();
  };
  return asked;
}

const OVERVIEW = { schema_version: 1, as_of: '2026-11-22', total: 3, worldwide: 1, countries: { CO: { direct: 2, region: 0 } }, clusters: { 1: [[-74, 4.6, 2]], 2: [], 3: [] } };
const RECORD = { id: 'a-1', slug: 'a', name: 'A', roles: ['training'] };
const DIRECTORY = { schema_version: 1, as_of: '2026-11-22', lang: 'es', licence: null, labels: { role: { training: 'Formación' } }, regions: { africa: ['KE'] }, organisations: [RECORD] };

/** A file as it arrives, in pieces of some characters. @param {string} text */
async function* pieces(text, size = 7) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** @param {unknown} value */
const read = (value) => readDirectory(pieces(JSON.stringify(value)), 'es');

/** @param {import('../../../widgets/src/shared/catalogue.js').Catalogue} catalogue */
const all = (catalogue) => Array.from({ length: catalogue.size }, (_, at) => catalogue.organisation(at));

const limits = { limit: 100, stall: 1000, until: Infinity };

const json = (value) => () => new Response(JSON.stringify(value));
const code = (expected) => (error) => error instanceof DataError && error.code === expected && error.message.endsWith('.');

describe('a download', () => {
  const url = 'https://host.example/x.json';
  test('sends no cookies to another host and no referrer, and follows no redirect to elsewhere', async () => {
    const asked = answer({ [url]: json({}) });
    await downloadJson(url, limits);
    const { credentials, referrerPolicy, redirect } = asked[0].init;
    assert.deepEqual({ credentials, referrerPolicy, redirect }, { credentials: 'same-origin', referrerPolicy: 'no-referrer', redirect: 'error' });
  });
  test('keeps letters whole that arrive in two pieces', async () => {
    const bytes = new TextEncoder().encode('"ñandú"');
    answer({ [url]: () => new Response(new ReadableStream({ start(stream) { for (const byte of bytes) stream.enqueue(Uint8Array.of(byte)); stream.close(); } })) });
    assert.equal(await downloadJson(url, limits), 'ñandú');
  });
  for (const [name, response, expected] of [
    ['a page in HTML', () => new Response('<!doctype html><h1>Hello</h1>'), 'not-json'],
    ['partial JSON', () => new Response('{"a": [1, 2'), 'not-json'],
    ['nothing', () => new Response(''), 'not-json'],
    ['a missing body', () => new Response(null), 'not-json'],
    ['a 404', () => new Response('{}', { status: 404 }), 'status'],
    ['a 500', () => new Response('{}', { status: 500 }), 'status'],
    ['too much', () => new Response(JSON.stringify('x'.repeat(200))), 'too-large'],
  ]) test(`${name} is refused as ${expected}`, async () => {
    answer({ [url]: response });
    await assert.rejects(downloadJson(url, limits), code(expected));
  });
  test('an endless file is given up at the limit', async () => {
    let pieces = 0;
    answer({ [url]: () => new Response(new ReadableStream({ pull(stream) { pieces += 1; stream.enqueue(new Uint8Array(64)); } })) });
    await assert.rejects(downloadJson(url, limits), code('too-large'));
    assert.ok(pieces < 10);
  });
  test('an unreachable server is refused as unreachable', async () => {
    answer({});
    await assert.rejects(downloadJson(url, limits), code('unreachable'));
  });
  test('a silent server is given up in time', async () => {
    network.fetch = (_url, { signal }) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    await assert.rejects(downloadJson(url, { ...limits, stall: 20 }), code('timeout'));
  });
  test('a server that sends a byte now and then for ever is given up in time', async () => {
    network.fetch = async (_url, { signal }) => new Response(new ReadableStream({
      start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
      async pull(stream) {
        await new Promise((resolve) => { setTimeout(resolve, 4); });
        if (!signal.aborted) stream.enqueue(new Uint8Array(1));
      },
    }));
    const start = performance.now();
    await assert.rejects(downloadJson(url, { limit: 1e6, stall: 1000, until: start + 40 }), code('timeout'));
    assert.ok(performance.now() - start < 900);
  });
  test('whoever asked can stop it', async () => {
    const control = new AbortController();
    network.fetch = (_url, { signal }) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    const download = downloadJson(url, { ...limits, signal: control.signal });
    control.abort(new Error('left'));
    await assert.rejects(download, /left/);
  });
});

describe('folders', () => {
  test('the own host comes first, then the mirrors, once each', () => {
    assert.deepEqual(dataFolders({ src: 'https://a/', mirrors: ['https://b/', 'https://a/'] }), ['https://a/', 'https://b/']);
    assert.match(dataFolders({ src: '', mirrors: [] })[0], /\/published\/v1\/$/);
  });
  test('a mirror is not asked while the first host answers', async () => {
    const asked = answer({ 'https://first/overview.json': json(OVERVIEW), 'https://second/overview.json': json(OVERVIEW) });
    await fetchOverview(['https://first/', 'https://second/']);
    assert.deepEqual(asked.map(({ url }) => url), ['https://first/overview.json']);
  });
  for (const [name, response] of Object.entries({
    unreachable: undefined,
    failing: () => new Response('{}', { status: 503 }),
    'gone, with a page in HTML': () => new Response('<!doctype html>', { status: 404 }),
    'a page in HTML': () => new Response('<!doctype html><p>This site is blocked.</p>'),
    'cut off': () => new Response(JSON.stringify(OVERVIEW).slice(0, 40)),
    'of a later version': json({ ...OVERVIEW, schema_version: 2 }),
    'of other content': json({ hello: 'world' }),
  })) test(`a mirror answers when the first host is ${name}`, async () => {
    const [bad, good] = [`https://bad/${encodeURIComponent(name)}/`, `https://good/${encodeURIComponent(name)}/`];
    const asked = answer({ ...(response && { [`${bad}overview.json`]: response }), [`${good}overview.json`]: json(OVERVIEW) });
    assert.equal((await fetchOverview([bad, good])).total, 3);
    assert.equal(asked.length, 2);
    assert.ok(asked.every(({ init }) => init.referrerPolicy === 'no-referrer' && init.credentials !== 'include'));
  });
  test('a mirror answers when the directory of the first host breaks off', async () => {
    const text = JSON.stringify({ ...DIRECTORY, organisations: [RECORD, { ...RECORD, id: 'b-2' }] });
    answer({
      'https://cut/directory.es.json': () => new Response(text.slice(0, -20)),
      'https://whole/directory.es.json': () => new Response(text),
    });
    assert.equal((await fetchDirectory(['https://cut/', 'https://whole/'], 'es')).catalogue.size, 2);
  });
  test('a host that keeps silent is left sooner when there is another one', async () => {
    console.warn = () => {};
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      network.fetch = async (url, { signal }) => (url.startsWith('https://loud/') ? json(OVERVIEW)() : new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }));
      const overview = fetchOverview(['https://silent/', 'https://loud/']);
      mock.timers.tick(10_000);
      assert.equal((await overview).total, 3);
    } finally {
      mock.timers.reset();
    }
  });
  test('what failed is asked last from then on', async () => {
    const asked = answer({ 'https://works/overview.json': json(OVERVIEW), 'https://works/directory.es.json': json(DIRECTORY) });
    const folders = ['https://dead-1/', 'https://dead-2/', 'https://works/'];
    await fetchOverview(folders);
    assert.equal(asked.length, 3);
    await fetchDirectory(folders, 'es');
    assert.equal(asked.length, 4);
    assert.deepEqual(inOrder(folders), ['https://works/', 'https://dead-1/', 'https://dead-2/']);
  });
  test('every host is asked once, and no more when all fail', async () => {
    const asked = answer({});
    await assert.rejects(fetchOverview(['https://none-1/', 'https://none-2/', 'https://none-3/']), code('unreachable'));
    assert.equal(asked.length, 3);
  });
  test('a host that failed may work again', async () => {
    answer({ 'https://back/overview.json': json({}) });
    await assert.rejects(fetchOverview(['https://back/']));
    answer({ 'https://back/overview.json': json(OVERVIEW) });
    assert.equal((await fetchOverview(['https://back/'])).total, 3);
  });
  test('when none answers, the first reason is told', async () => {
    answer({ 'https://newer/overview.json': json({ schema_version: 2 }) });
    await assert.rejects(fetchOverview(['https://newer/', 'https://nowhere/']), code('version'));
  });
  test('whoever leaves asks no mirror', async () => {
    const asked = answer({});
    await assert.rejects(fetchOverview(['https://left-1/', 'https://left-2/'], AbortSignal.abort(new Error('left'))));
    assert.ok(asked.length <= 1);
  });
  test('two widgets share one download of the directory', async () => {
    const asked = answer({ 'https://shared/directory.es.json': json(DIRECTORY) });
    const [one, two] = await Promise.all([fetchDirectory(['https://shared/'], 'es'), fetchDirectory(['https://shared/'], 'es')]);
    assert.equal(one, two);
    assert.equal(asked.length, 1);
  });
  test('a widget that left gets nothing', async () => {
    answer({ 'https://left/directory.es.json': json(DIRECTORY) });
    await assert.rejects(fetchDirectory(['https://left/'], 'es', AbortSignal.abort(new Error('left'))), /left/);
  });
});

describe('the overview', () => {
  for (const [name, value, expected] of [
    ['null', null, 'shape'], ['a list', [], 'shape'], ['a number', 7, 'shape'], ['an empty object', {}, 'version'],
    ['a later version', { ...OVERVIEW, schema_version: 2 }, 'version'], ['a version as text', { ...OVERVIEW, schema_version: '1' }, 'version'],
    ['no day', { ...OVERVIEW, as_of: 'today' }, 'shape'], ['no total', { ...OVERVIEW, total: 'many' }, 'shape'],
    ['countries as a list', { ...OVERVIEW, countries: [] }, 'shape'], ['no clusters', { ...OVERVIEW, clusters: null }, 'shape'],
  ]) test(`${name} is refused as ${expected}`, () => assert.throws(() => readOverview(value), code(expected)));

  test('bad countries and clusters are left out', () => {
    const { countries, clusters, total } = readOverview({
      ...OVERVIEW, total: 5,
      countries: { CO: { direct: 2, region: 'x' }, co: { direct: 1, region: 1 }, XXX: {}, GT: null, HN: { direct: -1, region: 1.5 } },
      clusters: { 1: [[0, 0, 1], [181, 0, 1], [0, 91, 1], [0, 0], [0, 0, 0], ['0', 0, 1], null, [NaN, 0, 1]], 2: 'none' },
    });
    assert.equal(total, 5);
    assert.deepEqual(Object.fromEntries(countries), { CO: { direct: 2, region: 0 }, HN: { direct: 0, region: 0 } });
    assert.deepEqual(clusters, { 1: [[0, 0, 1]], 2: [], 3: [] });
  });
});

describe('the directory', () => {
  for (const [name, value, expected] of [
    ['null', null, 'shape'], ['a later version', { ...DIRECTORY, schema_version: 9 }, 'version'],
    ['another language', { ...DIRECTORY, lang: 'fr' }, 'shape'], ['no organisations', { ...DIRECTORY, organisations: undefined }, 'shape'],
    ['organisations as an object', { ...DIRECTORY, organisations: {} }, 'shape'], ['labels as text', { ...DIRECTORY, labels: 'x' }, 'shape'],
    ['no regions', { ...DIRECTORY, regions: null }, 'shape'], ['only unreadable records', { ...DIRECTORY, organisations: [null, 3, {}] }, 'shape'],
  ]) test(`with ${name} is refused as ${expected}`, () => assert.rejects(read(value), code(expected)));

  test('may be empty', async () => assert.equal((await read({ ...DIRECTORY, organisations: [] })).catalogue.size, 0));

  test('loses single bad records, labels and regions only, and says so', async () => {
    const said = [];
    console.warn = (text) => said.push(text);
    const { catalogue, labels, regions, licence } = await read({
      ...DIRECTORY, organisations: [RECORD, null, { id: 'b' }, { name: 'no id' }, { ...RECORD, id: '<b>' }],
      labels: { role: { training: 'x', bad: 3 }, service: null }, regions: { africa: ['KE', 'kenya', 7], asia: 'all' },
      licence: { name: 'x', url: 'javascript:alert(1)' },
    });
    assert.deepEqual(all(catalogue).map(({ id }) => id), ['a-1']);
    assert.deepEqual({ ...labels.role }, { training: 'x' });
    assert.deepEqual({ ...regions }, { africa: ['KE'] });
    assert.equal(licence, null);
    assert.match(said.join(), /4 unreadable records/);
  });

  test('codes that are names of JavaScript stay data', async () => {
    const text = JSON.stringify(DIRECTORY).replace('"training":"Formación"', '"__proto__":"x","constructor":"y"');
    const { labels } = await readDirectory(pieces(text), 'es');
    assert.equal(Object.getPrototypeOf(labels.role), null);
    assert.equal(labels.role.toString, undefined);
  });
});

describe('a directory that arrives in pieces', () => {
  const TRICKY = [
    { ...RECORD, id: 'b', summary: { text: '},{"id":"x"}]} "organisations":[ \\', lang: 'es' } },
    { ...RECORD, id: 'c', contacts: [{ id: 'kept-out', kind: 'phone', value: '1' }, { id: 'too', kind: 'phone', value: '2' }] },
    { ...RECORD, id: 'd', name: 'ñandú منظمة' },
  ];
  const ids = async (text, size) => all((await readDirectory(pieces(text, size), 'es')).catalogue).map(({ id }) => id).join('');

  for (const size of [1, 2, 3, 10, 64, 1e6]) {
    test(`of ${size} characters keeps its records whole`, async () => {
      assert.equal(await ids(JSON.stringify({ ...DIRECTORY, organisations: TRICKY }), size), 'bcd');
    });
  }
  test('is read whatever the order of its parts', async () => {
    const { organisations, ...rest } = { ...DIRECTORY, organisations: TRICKY };
    assert.equal(await ids(JSON.stringify({ organisations, ...rest }), 50), 'bcd');
  });
  test('is read when it is written with spaces', async () => {
    assert.equal(await ids(JSON.stringify({ ...DIRECTORY, organisations: TRICKY }, null, 2), 50), 'bcd');
  });
  test('is read when its records begin otherwise', async () => {
    const organisations = TRICKY.map(({ id, ...rest }) => ({ ...rest, id }));
    assert.equal(await ids(JSON.stringify({ ...DIRECTORY, organisations }), 50), 'bcd');
  });
  for (const [name, opening] of [['before its first organisation', ''], ['in a record without an end', '{"schema_version": 1, "organisations": [{"id": "']]) {
    test(`is given up early when there is nothing but noise ${name}`, async () => {
      let given = 0;
      async function* noise() {
        yield opening;
        for (; given < 500; given++) yield 'x'.repeat(65_536);
      }
      await assert.rejects(readDirectory(noise(), 'es'), code('not-json'));
      assert.ok(given < 100, `${given} pieces`);
    });
  }
  test('is refused wherever it breaks off', async () => {
    const text = JSON.stringify({ ...DIRECTORY, organisations: TRICKY });
    for (let at = 0; at < text.length; at++) await assert.rejects(readDirectory(pieces(text.slice(0, at), 90), 'es'), code('not-json'), text.slice(0, at));
  });
});

describe('a record', () => {
  test('keeps nothing that is not on the list', () => {
    const record = readOrganisation({ ...RECORD, secret: 'x', meta: {}, places: [{ country: 'CO', precision: 'exact', street: 'x' }] });
    assert.ok(!('secret' in record) && !('meta' in record) && !('street' in record.places[0]));
  });
  test('of wrong types in every field is still readable', () => {
    for (const bad of [null, 7, 'x', true, [], {}, [null], [{}], [[]], ['<script>'], { text: 3 }, { html: [] }, { lang: 'xx' }]) {
      const fields = Object.keys(readOrganisation(RECORD)).filter((name) => !['id', 'name'].includes(name));
      const record = readOrganisation({ ...RECORD, ...Object.fromEntries(fields.map((name) => [name, bad])) });
      assert.ok(record.roles.every((role) => /^[a-z_]+$/.test(role)));
      assert.equal(typeof record.website, 'string');
      assert.ok(record.summary === null || typeof record.summary.text === 'string');
      assert.ok(record.contacts.every(({ value }) => typeof value === 'string' && value));
    }
  });
  test('loses what nobody sees and what turns letters around', () => {
    const { name, contacts } = readOrganisation({ ...RECORD, name: 'A\u0000\u001b\u202eB\u2066', contacts: [{ kind: 'email', value: 'help@\u202egro.elpmaxe' }] });
    assert.equal(name, 'AB');
    assert.equal(contacts[0].value, 'help@gro.elpmaxe');
    assert.equal(readOrganisation({ ...RECORD, name: 'منظمة\u200f\u200c' }).name, 'منظمة\u200f\u200c');
  });
  test('with impossible coordinates has none', () => {
    const [place] = readOrganisation({ ...RECORD, places: [{ country: 'CO', lat: 91, lng: '4' }] }).places;
    assert.deepEqual([place.lat, place.lng], [null, null]);
  });
  test('of enormous texts is cut', () => {
    assert.equal(readOrganisation({ ...RECORD, name: 'x'.repeat(1e6) }).name.length, 500);
  });
});
