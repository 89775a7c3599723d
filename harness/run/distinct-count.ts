// Counts different texts in a bounded amount of memory.

import { createHash } from 'node:crypto';

/** More are not told apart: a long run must not remember every value that it made. */
export const distinctLimit = 1_000;

export interface DistinctCount {
  add(text: string): void;
  /** At most `distinctLimit`. */
  count(): number;
}

export function countDistinct(): DistinctCount {
  const seen = new Set<number>();
  return {
    add(text) {
      if (seen.size < distinctLimit) seen.add(createHash('sha256').update(text).digest().readUIntBE(0, 6));
    },
    count: () => seen.size,
  };
}
