// Seeds: one number a run, and one of its own for every stream of generated values.

import { createHash } from 'node:crypto';

/** The seed of one stream, decided by the run's seed and the name of the stream alone, so that it can be replayed alone. */
export function streamSeed(seed: number, ...names: readonly string[]): number {
  return createHash('sha256')
    .update([String(seed), ...names].join('\n'))
    .digest()
    .readInt32BE(0);
}
