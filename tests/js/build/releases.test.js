import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brokenSets, integrityOf, keptFiles, withoutExpired, withRelease } from '../../../scripts/widget_releases.mjs';

const EXIT = ['exit.0000000001.js', Buffer.from('export{}')];
const MAP = ['map.0000000001.js', Buffer.from('import("./exit.0000000001.js")')];
const NEWER_MAP = ['map.0000000002.js', Buffer.from('import("./exit.0000000001.js");1')];
const TILE = ['tile-0-0.0000000003.json', Buffer.from('{}')];
const LASTING = ['defenders.js', Buffer.from('import("./map.0000000001.js")')];

/** Built files and their manifest. */
const build = (map) => [
  new Map([EXIT, map, TILE, LASTING, ['manifest.json', Buffer.from('{}')]]),
  { map: { file: map[0] }, exit: { file: EXIT[0] }, defenders: { file: 'defenders.js' } },
];

const one = withRelease([], '1.0.0', '2026-01-31', ...build(MAP));
const two = withRelease(one, '1.1.0', '2026-12-01', ...build(NEWER_MAP));

describe('a release', () => {
  test('keeps every file with a hash in its name, and no lasting script', () => {
    const [release] = one;
    assert.deepEqual(Object.keys(release.files).sort(), [EXIT[0], MAP[0], TILE[0]]);
    assert.deepEqual(release.modules, { map: MAP[0], exit: EXIT[0] });
    assert.equal(release.files[MAP[0]], integrityOf(MAP[1]));
  });
  test('is superseded by the next one and stays beside it; what both have lies there once', () => {
    assert.deepEqual(two.map(({ superseded_on: day }) => day), ['2026-12-01', null]);
    assert.deepEqual([...keptFiles(two)].sort(), [EXIT[0], MAP[0], NEWER_MAP[0], TILE[0]]);
  });
  test('recorded twice is recorded once', () => {
    assert.equal(withRelease(two, '1.1.0', '2026-12-24', ...build(NEWER_MAP)), two);
  });
  test('cannot become another under the same version', () => {
    assert.throws(() => withRelease(one, '1.0.0', '2026-12-01', ...build(NEWER_MAP)), /raise the version/);
  });
  test('stays twelve months and goes after thirteen', () => {
    for (const [today, left] of [['2027-12-01', 2], ['2027-12-31', 2], ['2028-01-01', 1], ['2050-01-01', 1]]) {
      assert.equal(withoutExpired(two, today).length, left, today);
    }
  });
});

describe('kept files', () => {
  const wrong = (...present) => brokenSets(one, new Map(present));

  test('are whole', () => assert.deepEqual(wrong(MAP, EXIT, TILE), []));
  test('are missed', () => assert.deepEqual(wrong(MAP, TILE), ['exit.0000000001.js of release 1.0.0 is missing']));
  test('are never altered', () => {
    assert.deepEqual(wrong(MAP, [EXIT[0], MAP[1]], TILE), ['exit.0000000001.js of release 1.0.0 was altered']);
  });
  test('import nothing that is not kept with them', () => {
    const [{ files, ...release }] = one;
    const alone = [{ ...release, files: { [MAP[0]]: files[MAP[0]] } }];
    assert.deepEqual(brokenSets(alone, new Map([MAP])), ['map.0000000001.js of release 1.0.0 imports exit.0000000001.js']);
  });
});
