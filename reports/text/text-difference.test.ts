// The difference of two texts turns one into the other.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceBetween, diffLines } from './text-difference.js';

test('what is shared and what is not are the two texts', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b') }),
      fc.string({ unit: fc.constantFrom('a', 'b') }),
      (one, two) => {
        const { before, after, left, right } = differenceBetween(one, two);
        expect([before + left + after, before + right + after]).toEqual([one, two]);
        const sharesAnEnd = left !== '' && right !== '' && (left[0] === right[0] || left.at(-1) === right.at(-1));
        expect(sharesAnEnd).toBe(false);
      },
    ),
  );
});

const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });

test('the lines that stay and go are the first text, those that stay and come the second', () => {
  fc.assert(
    fc.property(lines, lines, (left, right) => {
      const diff = diffLines(left, right);
      const without = (kind: string): readonly string[] =>
        diff.filter((line) => line.kind !== kind).map(({ text }) => text);
      expect(without('added')).toEqual(left);
      expect(without('removed')).toEqual(right);
    }),
  );
});

test('as many lines stay as can', () => {
  const kinds = diffLines(['{', 'x', 'y', '}'], ['{', 'y', 'z', '}']).map(({ kind, text }) => `${kind} ${text}`);
  expect(kinds).toEqual(['same {', 'removed x', 'same y', 'added z', 'same }']);
});

test('texts too long to be compared line by line are one block', () => {
  const long = Array.from({ length: 2_000 }, (_, index) => String(index));
  expect(diffLines(long, long.toReversed()).filter(({ kind }) => kind === 'same')).toEqual([]);
});
