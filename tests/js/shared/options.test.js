import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ATTRIBUTES, parseOptions } from '../../../widgets/src/shared/options.js';

/** @param {Record<string, string>} attributes */
function parse(attributes, nearestLang = '') {
  const warnings = [];
  const options = parseOptions((name) => attributes[name] ?? null,
    { nearestLang, baseURI: 'https://partner.example/page/' }, (sentence) => warnings.push(sentence));
  return { options, warnings };
}

describe('options', () => {
  test('an element without attributes gets frozen defaults and no warning', () => {
    const { options, warnings } = parse({});
    assert.deepEqual(warnings, []);
    assert.ok(Object.isFrozen(options));
    assert.deepEqual({ ...options }, {
      lang: 'es', requestedLang: '', roles: [], services: [], audiences: [], country: [], seat: [], language: [],
      urgent: false, government: null, search: '', order: '', state: '', theme: 'auto', accent: '', height: '', src: '', mirrors: [], exit: false,
    });
  });

  test('every attribute of the contract is read', () => {
    const { options, warnings } = parse({
      lang: 'eu', roles: 'training, accompaniment', service: 'legal', audience: 'journalists', country: 'co,GT', seat: 'ES',
      language: 'pt-br', urgent: 'true', government: 'false', search: ' mujeres ', order: '-verified_on', state: 'fragment', theme: 'dark', accent: '#7a2e1d', height: '480',
      src: 'https://mirror.example', mirrors: 'https://a.example/x https://b.example/published/v1/', exit: 'on',
    });
    assert.deepEqual(warnings, []);
    assert.deepEqual({ ...options }, {
      lang: 'eu', requestedLang: '', roles: ['training', 'accompaniment'], services: ['legal'], audiences: ['journalists'],
      country: ['CO', 'GT'], seat: ['ES'], language: ['pt-BR'], urgent: true, government: false, search: 'mujeres', order: '-verified_on', state: 'fragment', theme: 'dark',
      accent: '#7a2e1d', height: '480px', src: 'https://mirror.example/published/v1/',
      mirrors: ['https://a.example/x/', 'https://b.example/published/v1/'], exit: true,
    });
    assert.equal(ATTRIBUTES.length, 18);
  });

  const wrong = {
    roles: 'boss', service: 'magic', audience: 'everyone', country: 'Colombia', seat: 'XX', language: 'not a language',
    urgent: 'perhaps', government: '1', search: 'x'.repeat(201), order: 'verified', state: 'cookie', theme: 'pink', accent: 'url(https://evil.example)', height: '-3px',
    src: 'javascript:alert(1)', mirrors: 'ftp://a.example', exit: 'maybe',
  };
  for (const [name, value] of Object.entries(wrong)) {
    test(`a wrong ${name} falls back and warns in one sentence that names it`, () => {
      const { options, warnings } = parse({ [name]: value });
      assert.deepEqual(options, parse({}).options);
      assert.equal(warnings.length, 1);
      assert.ok(warnings[0].startsWith(`${name}="`) && warnings[0].endsWith('.'));
    });
  }

  test('one wrong value of a list spoils only itself', () => {
    const { options, warnings } = parse({ country: 'CO,ZZZ,GT' });
    assert.deepEqual(options.country, ['CO', 'GT']);
    assert.equal(warnings.length, 1);
  });

  test('an outdated country code stands for the one of today', () => {
    assert.deepEqual(parse({ country: 'UK' }).options.country, ['GB']);
  });

  test('codes of unions are not countries', () => {
    assert.deepEqual(parse({ country: 'EU,UN' }).options.country, []);
  });

  test('an address with a password is refused', () => {
    assert.equal(parse({ src: 'https://user:secret@mirror.example/' }).options.src, '');
  });

  test('repeated values count once', () => {
    assert.deepEqual(parse({ roles: 'training,training' }).options.roles, ['training']);
  });
});

describe('language', () => {
  const shared = JSON.parse(readFileSync(new URL('../../language_cases.json', import.meta.url), 'utf8'));
  const cases = [
    ['', 'eu-ES', 'eu', ''], ['es-MX', 'fr', 'es', ''], ['', 'pt-BR', 'es', 'pt-BR'],
    ...shared.map(({ asked, lang, exact }) => [asked, '', lang, exact ? '' : asked]),
  ];
  for (const [lang, around, expected, requested] of cases) {
    test(`lang "${lang}" in a page in "${around}" is shown in ${expected}`, () => {
      const { options, warnings } = parse(lang ? { lang } : {}, around);
      assert.equal(options.lang, expected);
      assert.equal(options.requestedLang, requested);
      assert.equal(warnings.length, requested ? 1 : 0);
    });
  }
});
