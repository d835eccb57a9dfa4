import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXIT } from '../../../widgets/src/exit/strings.js';
import { LANGUAGES } from '../../../widgets/src/shared/languages.js';

for (const lang of LANGUAGES) {
  test(`the words of the exit are complete in ${lang}`, () => {
    assert.deepEqual(Object.keys(EXIT[lang]), Object.keys(EXIT.en));
    for (const [key, words] of Object.entries(EXIT[lang])) assert.ok(words.trim(), key);
  });
}
