import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bits, union } from '../../../widgets/src/shared/bits.js';

/** @param {number[]} numbers */
function bits(numbers) {
  const set = new Bits();
  for (const number of numbers) set.add(number);
  return set;
}

const A = [0, 1, 31, 32, 63, 700, 9999];
const B = [1, 32, 64, 511, 512, 700];

test('numbers_come_back_in_order_and_none_other', () => {
  assert.deepEqual([...bits([...A].reverse())], A);
  assert.deepEqual(Array.from({ length: 12_000 }, (_, at) => at).filter((at) => bits(A).has(at)), A);
});

test('sets_combine_whatever_their_lengths', () => {
  for (const [left, right] of [[A, B], [B, A], [A, []], [[], A]]) {
    const [a, b] = [bits(left), bits(right)];
    assert.deepEqual([...a.and(b)], left.filter((at) => right.includes(at)));
    assert.deepEqual([...a.minus(b)], left.filter((at) => !right.includes(at)));
    assert.deepEqual([...a.or(b)], [...new Set([...left, ...right])].sort((x, y) => x - y));
    assert.equal(a.sizeWith(b), a.and(b).size);
    assert.deepEqual([[...a], [...b]], [left, right]);
  }
});

test('all_numbers_below_a_size_are_exactly_those', () => {
  for (const size of [0, 1, 31, 32, 33, 64, 10_000]) {
    const all = Bits.below(size);
    assert.equal(all.size, size);
    assert.equal(all.has(size), false);
    assert.equal(all.has(size - 1), size > 0);
  }
});

test('a_union_leaves_out_what_is_not_there', () => {
  assert.deepEqual([...union([undefined, bits([3]), undefined, bits([900])])], [3, 900]);
  assert.equal(union([]).size, 0);
});
