// Covering arrays contain every pair, in not many more rows than necessary.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveringArray, type Factors } from './covering-array.js';

const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
const factors = fc.dictionary(fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six'), values, {
  minKeys: 2,
  noNullPrototype: true,
});

function entriesOf(each: Factors): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(each);
}

test('three factors of two values need four rows', () => {
  const onOff = ['on', 'off'] as const;
  expect(coveringArray({ red: onOff, green: onOff, blue: onOff })).toEqual([
    { red: 'on', green: 'on', blue: 'on' },
    { red: 'on', green: 'off', blue: 'off' },
    { red: 'off', green: 'on', blue: 'off' },
    { red: 'off', green: 'off', blue: 'on' },
  ]);
});

test('every pair of values of two factors is in a row', () => {
  fc.assert(
    fc.property(factors, (each) => {
      const rows = coveringArray(each);
      for (const [left, leftValues] of entriesOf(each)) {
        for (const [right, rightValues] of entriesOf(each)) {
          if (left === right) continue;
          const pairs = new Set(rows.map((row) => `${row[left]} ${row[right]}`));
          expect(pairs.size).toBe(leftValues.length * rightValues.length);
        }
      }
    }),
  );
});

test('a row has one value of each factor', () => {
  fc.assert(
    fc.property(factors, (each) => {
      for (const row of coveringArray(each)) {
        expect(Object.keys(row).sort()).toEqual(Object.keys(each).sort());
        for (const [name, of] of entriesOf(each)) expect(of).toContain(row[name]);
      }
    }),
  );
});

test('the rows are at most twice as many as the two largest factors have pairs', () => {
  fc.assert(
    fc.property(factors, (each) => {
      const [largest = 0, second = 0] = entriesOf(each)
        .map(([, of]) => of.length)
        .sort((left, right) => right - left);
      expect(coveringArray(each).length).toBeGreaterThanOrEqual(largest * second);
      expect(coveringArray(each).length).toBeLessThanOrEqual(2 * largest * second);
    }),
  );
});
