import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromFragment, intoFragment, intoQuery, read, written } from '../../../widgets/src/directory/state.js';
import { NO_FILTERS } from '../../../widgets/src/shared/filters.js';
import { parseOptions } from '../../../widgets/src/shared/options.js';

const { within: _mapOnly, ...NOTHING } = { ...NO_FILTERS, order: '' };
const CHOSEN = {
  ...NOTHING, roles: ['training'], services: ['legal', 'medical'], country: ['CO', 'GT'], urgent: true, government: false,
  search: 'tierra & agua; 100 % = ñ:#', order: '-verified_on',
};

describe('what is chosen, written as a query', () => {
  test('has the names of the contract and nothing that is so anyway', () => {
    assert.equal(written(NOTHING, ''), '');
    const query = written({ ...CHOSEN, search: '' }, 'front-line');
    assert.equal(query, 'role=training&service=legal,medical&country=CO,GT&urgent=true&government=false&order=-verified_on&open=front-line');
  });
  test('is read again as it was', () => assert.deepEqual(read(written(CHOSEN, ''), parseOptions), CHOSEN));
  test('repeated values are as good as commas', () => {
    assert.deepEqual(read('role=training&role=accompaniment', parseOptions).roles, ['training', 'accompaniment']);
  });
  for (const query of ['role=pilot', 'country=Colombia', 'urgent=perhaps', 'order=best', '%', '%zz=%', '=&=', '__proto__=1', 'roles=training', `search=${'x'.repeat(900)}`]) {
    test(`“${query.slice(0, 20)}” gives nothing and breaks nothing`, () => assert.deepEqual(read(query, parseOptions), NOTHING));
  }
});

describe('the query of the page', () => {
  test('keeps language, look and what is not ours', () => {
    assert.equal(intoQuery('?lang=eu&theme=dark&utm=1&role=training&page=3&open=x', 'country=CO'), '?lang=eu&theme=dark&utm=1&country=CO');
    assert.equal(intoQuery('?role=training', ''), '');
  });
});

describe('the fragment of the page', () => {
  test('has our state under one key, beside pairs of the page', () => {
    assert.equal(intoFragment('', 'defenders', 'country=CO&urgent=true'), '#defenders=country:CO;urgent:true');
    assert.equal(intoFragment('#tab=2&defenders=x&y=', 'defenders', 'country=CO'), '#tab=2&y=&defenders=country:CO');
    assert.equal(intoFragment('#defenders-two=a:b', 'defenders', 'country=CO'), '#defenders-two=a:b&defenders=country:CO');
  });
  test('loses our state and nothing else', () => {
    assert.equal(intoFragment('#tab=2&defenders=x', 'defenders', null), '#tab=2');
    assert.equal(intoFragment('#defenders=x', 'defenders', null), '');
  });
  for (const hash of ['#section-2', '#/route/1?a=b&c', '#!x', '#?secret=abc&x']) {
    test(`${hash} belongs to the page`, () => {
      assert.equal(intoFragment(hash, 'defenders', 'country=CO'), hash);
      assert.equal(fromFragment(hash, 'defenders'), null);
    });
  }
  test('gives back what was written', () => {
    const query = written(CHOSEN, 'casa');
    assert.equal(fromFragment(intoFragment('#tab=2', 'defenders', query), 'defenders'), query);
    assert.equal(fromFragment('#defenders=', 'defenders'), '');
    assert.equal(fromFragment('', 'defenders'), null);
  });
});
