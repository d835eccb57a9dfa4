import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { audiencesFor, groupsIn, othersInUse, urgently, widerWays } from '../../../widgets/src/finder/answers.js';
import { NEEDS, needsIn, servicesFor } from '../../../widgets/src/finder/needs.js';
import { anyOf, inSentence, sentence } from '../../../widgets/src/finder/sentence.js';
import { FINDER_WORDS } from '../../../widgets/src/finder/strings.js';
import { NO_FILTERS } from '../../../widgets/src/shared/filters.js';
import { createStrings } from '../../../widgets/src/shared/strings.js';

const LABELS = {
  need: { psychosocial: 'Psychosocial support', legal: 'Legal help' },
  service: { shelter: 'Shelter', psychosocial: 'Psychosocial support' },
  audience: { all_defenders: 'All human rights defenders', women_defenders: 'Women defenders', lgbtiq_defenders: 'LGBTIQ+ defenders' },
};

/** @param {object} filters */
const say = (filters, count = 12, lang = 'en') => {
  const strings = createStrings(lang, FINDER_WORDS);
  return sentence(/** @type {any} */ ({ strings, data: { labels: LABELS }, filters: () => ({ ...NO_FILTERS, ...filters }) }), count);
};
const ALL_THREE = { services: servicesFor(['psychosocial', 'legal']), country: ['CO'], audiences: audiencesFor(['women_defenders']) };

describe('needs', () => {
  test('are read back from the services they stand for', () => {
    for (const need of Object.keys(NEEDS)) assert.deepEqual(needsIn(servicesFor([need])), [need]);
    assert.deepEqual(needsIn(servicesFor(Object.keys(NEEDS))), Object.keys(NEEDS));
  });
  test('no service stands for two of them', () => {
    const services = servicesFor(Object.keys(NEEDS));
    assert.equal(new Set(services).size, services.length);
  });
  test('half of one is none', () => assert.deepEqual(needsIn(['shelter', 'legal', 'constructor']), ['legal']));
});

describe('for whom', () => {
  test('who helps everybody helps each group', () => assert.deepEqual(audiencesFor(['women_defenders']), ['women_defenders', 'all_defenders']));
  test('nobody chosen is everybody', () => assert.deepEqual(audiencesFor([]), []));
  test('everybody is no group of its own', () => assert.deepEqual(groupsIn(['all_defenders', 'artists']), ['artists']));
});

describe('ways to find more', () => {
  const words = (filters) => widerWays({ ...NO_FILTERS, ...filters }).map(({ word }) => word);
  test('leave out one answer each, or keep the country alone', () => assert.deepEqual(words(ALL_THREE),
    ['finder_any_services', 'finder_any_country', 'finder_any_audiences', 'finder_country_alone']));
  test('leave out nothing else, but everybody who works in a country is everybody', () => {
    const filters = { ...NO_FILTERS, ...ALL_THREE, roles: ['training'], urgent: true };
    const [help, country, whom, alone] = widerWays(filters).map(({ change }) => change);
    assert.deepEqual([help, country, whom], [{ services: [] }, { country: [] }, { audiences: [] }]);
    assert.deepEqual({ ...filters, ...alone }, { ...NO_FILTERS, country: ['CO'] });
  });
  test('take away what the questions do not ask', () => {
    assert.deepEqual(words({ urgent: true, search: 'x' }), ['finder_any_hour', 'finder_no_others']);
    assert.equal(othersInUse({ ...NO_FILTERS, ...ALL_THREE, urgent: true }), false);
    for (const other of [{ government: false }, { seat: ['CO'] }, { language: ['es'] }, { search: 'x' }, { roles: ['training'] }]) {
      assert.ok(othersInUse({ ...NO_FILTERS, ...other }));
    }
  });
  test('there are none from everything', () => assert.deepEqual(words({}), []));
  test('in danger only the country counts', () => {
    const filters = { ...NO_FILTERS, ...ALL_THREE, search: 'x', government: true, language: ['es'] };
    assert.deepEqual({ ...filters, ...urgently(filters) }, { ...NO_FILTERS, country: ['CO'], urgent: true });
  });
});

describe('the sentence', () => {
  test('says what, where, for whom and how many', () => assert.equal(say(ALL_THREE),
    'Organisations that give psychosocial support or legal help, in Colombia, for women defenders: 12'));
  test('says everything there is when nothing was answered', () => assert.equal(say({}, 1234), 'Organisations that help: 1,234'));
  test('names services that are no whole need', () => assert.equal(say({ services: ['shelter'] }), 'Organisations that give shelter: 12'));
  test('keeps the capitals of an abbreviation', () => {
    assert.equal(inSentence('LGBTIQ+ defenders', 'en'), 'LGBTIQ+ defenders');
    assert.equal(inSentence('Äther', 'es'), 'äther');
    assert.equal(inSentence('', 'es'), '');
  });
  test('says what else narrows the list', () => assert.equal(say({ urgent: true, search: 'x', country: ['CO', 'PE'] }),
    'Organisations that help around the clock, in Colombia or Peru, with the other filters below: 12'));
  test('says everybody when only they are asked for', () => assert.match(say({ audiences: ['all_defenders'] }), /for all human rights defenders: 12$/));
  test('shows codes that have no label, never markup or a place holder', () => assert.equal(
    say({ services: ['{count}'], audiences: ['<b>'], country: ['ZZZZ'] }), 'Organisations that give {count}, in ZZZZ, for <b>: 12'));
  for (const lang of Object.keys(FINDER_WORDS)) {
    test(`leaves no place holder open in ${lang}`, () => {
      for (const filters of [{}, ALL_THREE, { ...ALL_THREE, urgent: true, search: 'x' }]) {
        const text = say(filters, 12, lang);
        assert.doesNotMatch(text, /[{}]|finder_|undefined| {2}|\.\./);
        assert.match(text, /12|١٢/);
      }
    });
  }
  test('joins with “or” also in Basque', () => {
    assert.equal(anyOf('eu', ['a', 'b', 'c']), 'a, b edo c');
    assert.equal(anyOf('eu', ['a']), 'a');
    assert.equal(anyOf('eu', []), '');
  });
});

describe('its words', () => {
  const { es, ...others } = FINDER_WORDS;
  /** @param {unknown} text */
  const places = (text) => (String(text).match(/\{\w+\}/g) ?? []).sort();
  for (const [lang, words] of Object.entries(others)) {
    test(`are the same in es and ${lang}, with the same places`, () => {
      assert.deepEqual(Object.keys(words), Object.keys(es));
      for (const key of Object.keys(es)) if (words[key]) assert.deepEqual(places(words[key]), places(es[key]), key);
    });
  }
});
