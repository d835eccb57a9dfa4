import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createPresses } from '../../../widgets/src/exit/presses.js';

/** What each key that comes up means: `S` presses Shift alone, `A` types a capital, `r` is a key that repeats, `c` a click. */
function meanings(keys, { apart = 300 } = {}) {
  const presses = createPresses();
  const down = (key, repeat = false) => presses.down({ key, repeat });
  let now = 0;
  const doings = {
    S: () => { down('Shift'); return presses.up({ key: 'Shift' }, now); },
    A: () => { down('Shift'); down('A'); presses.up({ key: 'A' }, now); return presses.up({ key: 'Shift' }, now); },
    a: () => { down('a'); return presses.up({ key: 'a' }, now); },
    r: () => { down('Shift', true); return presses.up({ key: 'Shift' }, now); },
    c: () => { presses.spoil(); return ''; },
  };
  return [...keys].map((key) => { now += apart; return doings[key](); }).filter(Boolean).join(' ');
}

describe('Shift', () => {
  const cases = [
    ['SSS', 'once_more leave'],
    ['SS', 'once_more'],
    ['AAAAAA', ''],
    ['SASAS', ''],
    ['SaSaS', ''],
    ['SScSS', 'once_more once_more'],
    ['rrr', ''],
    ['ASSS', 'once_more leave'],
  ];
  for (const [keys, expected] of cases) {
    test(`${keys} means "${expected}"`, () => assert.equal(meanings(keys), expected));
  }
  test('pressed too slowly means nothing', () => assert.equal(meanings('SSSSS', { apart: 6000 }), ''));
  test('held for a selection with a click means nothing', () => {
    const presses = createPresses();
    for (let time = 0; time < 5; time += 1) {
      presses.down({ key: 'Shift', repeat: false });
      presses.spoil();
      assert.equal(presses.up({ key: 'Shift' }, time), '');
    }
  });
});
