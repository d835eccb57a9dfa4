import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { destination } from '../../../widgets/src/exit/destination.js';

/** [the address, how many warnings] */
function asked(wanted, lang = 'eu') {
  const warnings = [];
  return [destination(wanted, lang, (sentence) => warnings.push(sentence)), warnings.length];
}

describe('the exit leads', () => {
  test('to Wikipedia in the language of the widget', () => {
    assert.deepEqual(asked(null), ['https://eu.wikipedia.org/', 0]);
    assert.deepEqual(asked(null, 'ar'), ['https://ar.wikipedia.org/', 0]);
  });
  test('where a partner says, without a fragment', () => {
    assert.deepEqual(asked(' https://weather.example/today?city=x#from-here '), ['https://weather.example/today?city=x', 0]);
  });
  for (const wrong of ['', 'weather', '/weather', 'http://weather.example/', 'javascript:alert(1)', 'data:text/html,x',
    'https://user:secret@weather.example/', '//weather.example/', 'https://']) {
    test(`to Wikipedia, with a warning, instead of "${wrong}"`, () => {
      assert.deepEqual(asked(wrong), ['https://eu.wikipedia.org/', 1]);
    });
  }
});
