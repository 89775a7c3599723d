// Counts distinct values in a bounded amount of memory.

import { hash } from 'node:crypto';

/** More are not distinguished: a long run must not remember every generated value. */
export const distinctLimit = 1_000;

export interface DistinctCount {
  /** Values are compared by their JSON. */
  add(value: unknown): void;
  /** At most `distinctLimit`. */
  count(): number;
}

/** `before`: the count of an earlier part of the run; its values are not remembered, so the total is a minimum. */
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

/** For callers that do not need the number. */
export const uncounted: DistinctCount = { add: () => {}, count: () => 0 };
