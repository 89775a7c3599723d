// Counts different values in a bounded amount of memory.

import { hash } from 'node:crypto';

/** More are not told apart: a long run must not remember every value that it made. */
export const distinctLimit = 1_000;

export interface DistinctCount {
  /** A value is told from another by its JSON. */
  add(value: unknown): void;
  /** At most `distinctLimit`. */
  count(): number;
}

/** `before`: how many an earlier part of the run saw; they are not remembered, so this is a minimum. */
export function countDistinct(before = 0): DistinctCount {
  const seen = new Set<number>();
  return {
    add(value) {
      if (seen.size >= distinctLimit) return;
      seen.add(hash('sha256', JSON.stringify(value), 'buffer').readUIntBE(0, 6));
    },
    count: () => Math.max(before, seen.size),
  };
}

/** For when the number is not needed. */
export const uncounted: DistinctCount = { add: () => {}, count: () => 0 };
