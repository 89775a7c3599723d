// Seeds: one number for a run, and a derived one for every stream of generated values.

import { createHash } from 'node:crypto';

/** The seed of one stream, derived from the run's seed and the name of the stream only, so that it can be replayed alone. */
export function streamSeed(seed: number, ...names: readonly string[]): number {
  return createHash('sha256')
    .update([String(seed), ...names].join('\n'))
    .digest()
    .readInt32BE(0);
}
