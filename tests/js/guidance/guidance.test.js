import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { programmesOf, trainingsOf } from '../../../widgets/src/guidance/choose.js';
import { fetchGuidance, readGuidance } from '../../../widgets/src/guidance/guidance-data.js';
import { keyOf } from '../../../widgets/src/guidance/key.js';
import { GUIDANCE } from '../../../widgets/src/guidance/strings.js';
import { programmeInWords, trainingInWords } from '../../../widgets/src/guidance/words.js';
import { network } from '../../../widgets/src/shared/download.js';
import { createStrings } from '../../../widgets/src/shared/strings.js';

const TODAY = '2026-11-22';

let ids = 0;
const record = (name, changes) => ({ id: `id-${++ids}`, name, organisation: { id: 'org', slug: 'org', name: 'Org' }, languages: ['es-MX'], ...changes });
const page = { title: 'Formación', introduction: '', body: [], lang: 'es', url: 'https://example.org/', is_sample: false };
const file = (changes) => ({
  schema_version: 1, as_of: TODAY, lang: 'es', licence: null, labels: { call_state: { open: 'Abierta' } }, pages: { training: page },
  programmes: [], trainings: [], testimonies: [], ...changes,
});
const read = (changes) => readGuidance(file(changes), 'es');
const namesOf = (records) => records.map(({ name }) => name);

describe('the published guidance', () => {
  test('keeps what is well-formed and leaves out the rest', () => {
    const guidance = read({
      pages: { training: page, broken: { title: 5 }, list: [], nothing: null },
      programmes: [record('A', { host_countries: ['ES', 'x', 5], call_opens: 'soon', stay_months_min: -1, family_included: 'yes' }), null, {}, 7],
      trainings: 'none',
      testimonies: [{ quote: { text: 'Hola', lang: 'es' } }, { quote: null }, 'x', null],
      unheard_of: { of: 'this' },
    });
    assert.deepEqual([...guidance.pages.keys()], ['training']);
    const [programme] = guidance.programmes;
    assert.equal(guidance.programmes.length, 1);
    assert.deepEqual([programme.host_countries, programme.call_opens, programme.stay_months_min, programme.family_included],
      [['ES'], null, null, null]);
    assert.deepEqual(guidance.trainings, []);
    assert.equal(guidance.testimonies.length, 1);
  });

  for (const [what, broken] of Object.entries({
    'another version': { schema_version: 2 }, 'another language': { lang: 'eu' }, 'no pages': { pages: [] }, 'no labels': { labels: null },
    'no day': { as_of: 'today' },
  })) test(`with ${what} is refused`, () => assert.throws(() => read(broken), { name: 'DataError' }));
  for (const garbage of [null, [], 'x', 5]) {
    test(`${JSON.stringify(garbage)} is refused`, () => assert.throws(() => readGuidance(garbage, 'es'), { name: 'DataError' }));
  }

  test('is downloaded once for all widgets of a page, from the next host when one fails', async (t) => {
    const asked = [];
    t.mock.method(console, 'warn', () => {});
    t.mock.method(network, 'fetch', async (url) => {
      asked.push(url);
      return url.startsWith('https://a.') ? new Response('no', { status: 500 }) : new Response(JSON.stringify(file({})));
    });
    const folders = ['https://a.example/', 'https://b.example/'];
    const [one, other] = await Promise.all([fetchGuidance(folders, 'es'), fetchGuidance(folders, 'es')]);
    assert.equal(one, other);
    assert.deepEqual(asked, ['https://a.example/guidance.es.json', 'https://b.example/guidance.es.json']);
  });
});

describe('the filters of a block', () => {
  const guidance = read({
    programmes: [
      record('Closed', { host_countries: ['ES'], call_closes: '2026-01-01', family_included: true, audiences: ['journalists'] }),
      record('Open', { host_countries: ['FR'], is_rolling: true, family_included: null }),
    ],
    trainings: [
      record('World', { areas_served: ['worldwide'] }), record('Americas', { areas_served: ['americas'] }),
      record('Spain', { areas_served: ['ES'] }),
    ],
    regions: { americas: ['CO'] },
  });
  const cases = [
    [{}, 'Open Closed'], [null, 'Open Closed'], [{ open: true }, 'Open'], [{ open: null, family: false }, 'Open Closed'],
    [{ family: true }, 'Closed'], [{ country: ['FR'] }, 'Open'], [{ audience: ['journalists'] }, 'Closed'], [{ language: ['es'] }, 'Open Closed'],
    [{ language: ['en'] }, ''], [{ organisation: 'org' }, 'Open Closed'], [{ organisation: 'x' }, ''], [{ unheard: ['of'] }, 'Open Closed'],
  ];
  for (const [filters, expected] of cases) {
    test(`${JSON.stringify(filters)} finds ${expected || 'nothing'}`, () =>
      assert.equal(namesOf(programmesOf(guidance, filters, TODAY)).join(' '), expected));
  }

  test('a country finds trainings for it, its region and the world', () => {
    assert.deepEqual(namesOf(trainingsOf(guidance, { country: ['CO'] }, TODAY)), ['World', 'Americas']);
    assert.deepEqual(namesOf(trainingsOf(guidance, { country: ['ES'] }, TODAY)), ['World', 'Spain']);
  });
  test('where the file does not say which countries a region has, nobody is left out', () => {
    assert.deepEqual(namesOf(trainingsOf({ ...guidance, regions: {} }, { country: ['ES'] }, TODAY)), ['World', 'Americas', 'Spain']);
  });
});

describe('words', () => {
  const speaking = (lang) => ({ strings: createStrings(lang, GUIDANCE), labels: { call_state: { open: 'Abierta' } }, today: TODAY });

  test('every language has every word, with the same places to fill', () => {
    const places = (words) => [...new Set(JSON.stringify(words).match(/\{\w+\}/g))].sort();
    for (const [lang, words] of Object.entries(GUIDANCE)) {
      assert.deepEqual(Object.keys(words).sort(), Object.keys(GUIDANCE.en).sort(), lang);
      for (const key of Object.keys(words)) assert.deepEqual(places(words[key]), places(GUIDANCE.en[key]), `${lang}.${key}`);
    }
  });

  test('have every plural form that their language needs for months', () => {
    for (const [lang, words] of Object.entries(GUIDANCE)) {
      const { t } = createStrings(lang, GUIDANCE);
      for (const key of Object.keys(words).filter((name) => typeof words[name] === 'object')) {
        assert.equal(new Set([1, 2, 3, 11].map((count) => t(key, { count }))).size, 4, `${lang} ${key}`);
      }
    }
  });

  test('say how long a stay is and until when one can apply, as of today', () => {
    const [open] = read({ programmes: [record('A', { stay_months_min: 3, stay_months_max: 6, call_closes: '2026-12-22', host_countries: ['FR'] })] }).programmes;
    const told = programmeInWords(speaking('es'), open);
    assert.deepEqual([told.state, told.stateLabel, told.days], ['open', 'Abierta', 'Solicitudes hasta el 22 de diciembre de 2026']);
    assert.deepEqual(told.facts.slice(0, 2), [['Países de la estancia', 'Francia'], ['Duración de la estancia', 'De 3 a 6 meses']]);
    const later = programmeInWords({ ...speaking('es'), today: '2026-12-23' }, open);
    assert.equal(later.days, 'La última convocatoria se cerró el 22 de diciembre de 2026');
  });

  test('say the days of a training and that groups can ask for it', () => {
    const [course] = read({ trainings: [record('T', { starts_on: '2026-12-01', ends_on: '2026-12-02', on_request: true })] }).trainings;
    const told = trainingInWords(speaking('en'), course);
    assert.equal(told.days, 'From December 1, 2026 to December 2, 2026');
    assert.deepEqual(told.facts.at(-1), ['For groups', 'A group can ask for it at any time']);
  });
});

describe('the section asked for', () => {
  for (const [page, expected, warnings] of [
    [null, 'home', 0], ['', 'home', 0], [' Training ', 'training', 0], ['temporary-protection', 'temporary-protection', 0],
    ['<script>', 'home', 1], ['../x', 'home', 1], ['x'.repeat(200), 'home', 1],
  ]) {
    test(`${JSON.stringify(page)} is ${expected}`, () => {
      const said = [];
      assert.equal(keyOf(page, (sentence) => said.push(sentence)), expected);
      assert.equal(said.length, warnings);
    });
  }
});
