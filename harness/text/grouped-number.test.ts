// The groups are those of `toLocaleString` in American English.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedNumber } from './grouped-number.js';

test('a number has its groups as in American English', () => {
  for (const [number, text] of [
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [1_234_567, '1,234,567'],
  ] as const)
    expect(groupedNumber(number)).toBe(text);
  fc.assert(
    fc.property(fc.nat(), (number) => {
      expect(groupedNumber(number)).toBe(number.toLocaleString('en-US'));
    }),
  );
});
