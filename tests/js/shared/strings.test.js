import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES } from '../../../widgets/src/shared/languages.js';
import { createStrings } from '../../../widgets/src/shared/strings.js';
import { COMMON } from '../../../widgets/src/shared/strings/common.js';
import * as basque from '../../../widgets/src/shared/strings/eu-names.js';

const directory = Object.fromEntries(await Promise.all(LANGUAGES.map(async (lang) =>
  [lang, (await import(`../../../widgets/src/directory/strings/${lang}.js`)).default])));

const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();

for (const [name, tables] of Object.entries({ common: COMMON, directory })) {
  describe(`${name} words`, () => {
    const keys = Object.keys(tables.en).sort();
    for (const lang of LANGUAGES) {
      test(`are complete in ${lang}, with the same places to fill`, () => {
        assert.deepEqual(Object.keys(tables[lang]).sort(), keys);
        for (const key of keys) {
          const [own, english] = [tables[lang][key], tables.en[key]];
          assert.equal(typeof own, typeof english, key);
          if (typeof own === 'string') {
            assert.ok(own.trim(), key);
            assert.equal(places(own), places(english), key);
          }
        }
      });

      test(`have every plural form that ${lang} needs`, () => {
        const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
        for (const key of keys) {
          if (typeof tables[lang][key] === 'string') continue;
          for (const category of needed) assert.ok(tables[lang][key][category]?.trim(), `${lang} ${key} ${category}`);
        }
      });
    }
  });
}

describe('strings', () => {
  test('Arabic chooses among six plural forms', () => {
    const { t } = createStrings('ar');
    const forms = [0, 1, 2, 3, 11, 100].map((count) => t('organisations', { count }).replace(/[\d٠-٩]+/g, '#'));
    assert.ok(new Set(forms).size >= 5);
    assert.equal(createStrings('ar').dir, 'rtl');
  });
  test('values cannot fill places of their own', () => {
    assert.equal(createStrings('en').t('language_note', { language: '{language} <b>' }),
      'Not available in this language ({language} <b>). Shown in English.');
  });
  test('words learnt later are known', () => {
    const strings = createStrings('eu');
    strings.learn(directory.eu);
    assert.equal(strings.t('clear_all'), directory.eu.clear_all);
  });
  test('a missing place or key shows itself instead of breaking', () => {
    const { t } = createStrings('es');
    assert.equal(t('language_note'), 'No disponible en este idioma ({language}). Se muestra en español.');
    assert.equal(t('no_such_key'), 'no_such_key');
  });
  test('a wrong day, country or language is shown as it is', () => {
    const strings = createStrings('fr');
    assert.equal(strings.date('soon'), 'soon');
    assert.equal(strings.country('nowhere'), 'nowhere');
    assert.equal(strings.language('!'), '!');
  });
  test('names are in the language of the reader', () => {
    assert.equal(createStrings('es').country('DE'), 'Alemania');
    assert.equal(createStrings('fr').language('es'), 'espagnol');
    assert.equal(createStrings('en').list(['a', 'b']), 'a and b');
    assert.equal(createStrings('es').date('2026-05-04'), '4 de mayo de 2026');
  });
  test('the Basque names cover every country that English knows', () => {
    const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    for (const code of ['ES', 'FR', 'CO', 'GT', 'PS', 'EH', 'XK', 'TL']) assert.ok(basque.region[code], code);
    for (const code of Object.keys(basque.region)) assert.ok(english.of(code), code);
    assert.ok(Object.keys(basque.region).length >= 249);
    for (const tag of LANGUAGES) assert.ok(basque.language[tag]);
  });
});

describe('where Intl does not know Basque', () => {
  /** Runs with an `Intl.DisplayNames` that is asked whether it knows Basque and says no, as desktop Chromium does. */
  async function withoutBasque(run) {
    const { supportedLocalesOf } = Intl.DisplayNames;
    Intl.DisplayNames.supportedLocalesOf = (tags) => supportedLocalesOf.call(Intl.DisplayNames, tags).filter((tag) => tag !== 'eu');
    try {
      await run();
    } finally {
      Intl.DisplayNames.supportedLocalesOf = supportedLocalesOf;
    }
  }
  test('dates and lists are still Basque', () => withoutBasque(() => {
    const strings = createStrings('eu');
    assert.equal(strings.date('2026-05-04'), '2026/05/04');
    assert.equal(strings.list(['a', 'b', 'c']), 'a, b eta c');
    assert.equal(strings.list([]), '');
  }));
  test('names come from the table', () => withoutBasque(async () => {
    const strings = createStrings('eu');
    await strings.completeNames();
    assert.equal(strings.country('DE'), 'Alemania');
    assert.equal(strings.language('es'), basque.language.es);
  }));
});
