import assert from 'node:assert/strict';
import test from 'node:test';
import directoryWords from '../../../widgets/src/directory/strings/en.js';
import { MORE } from '../../../widgets/src/map/more-strings.js';
import { MAP } from '../../../widgets/src/map/strings.js';
import { COMMON } from '../../../widgets/src/shared/strings/common.js';

const places = (text) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const full = (entry) => (typeof entry === 'string' ? entry : entry.other);

for (const [name, tables] of Object.entries({ MAP, MORE })) {
  test(`every_word_of_${name}_exists_in_five_languages_with_the_same_places`, () => {
    assert.deepEqual(Object.keys(tables).sort(), ['ar', 'en', 'es', 'eu', 'fr']);
    for (const words of Object.values(tables)) {
      assert.deepEqual(Object.keys(words), Object.keys(tables.es));
      for (const [key, entry] of Object.entries(words)) {
        assert.ok(full(entry).trim());
        assert.deepEqual(places(full(entry)), places(full(tables.es[key])), key);
      }
    }
  });
}

test('no_word_of_the_map_replaces_one_of_the_directory', () => {
  const taken = [...Object.keys(directoryWords), ...Object.keys(COMMON.en), ...Object.keys(MAP.en)];
  for (const key of [...Object.keys(MORE.en)]) assert.ok(!taken.includes(key), key);
  for (const key of Object.keys(MAP.en)) assert.ok(!(key in directoryWords) && !(key in COMMON.en), key);
});
