// Counts distinct texts, up to the limit.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDistinct, distinctLimit } from './distinct-count.js';

test('counts each text once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
      const counted = countDistinct();
      for (const text of texts) counted.add(text);
      expect(counted.count()).toBe(new Set(texts).size);
    }),
  );
});

test('stops at its limit', () => {
  const counted = countDistinct();
  for (let number = 0; number < 3 * distinctLimit; number += 1) counted.add(String(number));
  expect(counted.count()).toBe(distinctLimit);
});
