// Twins in threes: what is permitted alone must be permitted together too, as far as it can be had together.

import type { Combined } from '../deviants/bending.js';
import type { Named } from '../deviants/load.js';
import type { OverlapTwin } from '../deviants/overlap-deviant.js';
import type { Twin } from '../deviants/twin.js';
import { streamSeed } from '../run/seed.js';

export interface Combination extends Combined {
  /** The ids of its twins. */
  readonly id: string;
  readonly parts: readonly Named<Twin>[];
}

/** Twins of which a combination holds one at most. */
interface Exclusion {
  readonly twins: readonly string[];
  readonly reason: string;
}

export const exclusions: readonly Exclusion[] = [
  {
    twins: ['shows-changes-after-300-ms', 'shows-changes-after-1900-ms'],
    reason: 'Together a read lags by more than the bound.',
  },
];

const partCount = 3;

/** The same for the same seed, whatever the order of the twins. */
export function drawCombinations(
  twins: readonly Named<Twin | OverlapTwin>[],
  seed: number,
  count: number,
): readonly Combination[] {
  const ofSingleCalls = twins.filter((twin) => isOfSingleCalls(twin));
  return Array.from({ length: count }, (_, index) => {
    const parts: Named<Twin>[] = [];
    for (const twin of shuffled(ofSingleCalls, seed, index)) {
      if (parts.length < partCount && canJoin(twin, parts)) parts.push(twin);
    }
    return { id: parts.map(({ id }) => id).join(' + '), parts };
  });
}

function isOfSingleCalls(twin: Named<Twin | OverlapTwin>): twin is Named<Twin> {
  return !('conduct' in twin);
}

function canJoin({ id }: Named<Twin>, parts: readonly Named<Twin>[]): boolean {
  return !exclusions.some(({ twins }) => twins.includes(id) && parts.some((part) => twins.includes(part.id)));
}

function shuffled(twins: readonly Named<Twin>[], seed: number, index: number): readonly Named<Twin>[] {
  const ranked = twins.map((twin) => ({ twin, rank: streamSeed(seed, 'combination', String(index), twin.id) }));
  return ranked.toSorted((left, right) => left.rank - right.rank).map(({ twin }) => twin);
}
