// Variants in threes: what is permitted separately must be permitted together, as far as it can be combined.

import type { Combined } from '../mutants/mutation.js';
import type { Named } from '../mutants/named.js';
import type { OverlapVariant } from '../mutants/overlap-mutant.js';
import type { Variant } from '../mutants/variant.js';
import { streamSeed } from '../run/cases/seed.js';

export interface Combination extends Combined {
  /** The ids of its variants. */
  readonly id: string;
  readonly parts: readonly Named<Variant>[];
}

/** Variants of which a combination holds at most one. */
interface Exclusion {
  readonly variants: readonly string[];
  readonly reason: string;
}

export const exclusions: readonly Exclusion[] = [
  {
    variants: ['shows-changes-after-300-ms', 'shows-changes-after-1900-ms'],
    reason: 'Together a read lags by more than the bound.',
  },
];

const partCount = 3;

/** The same for the same seed, whatever the order of the variants. */
export function drawCombinations(
  variants: readonly Named<Variant | OverlapVariant>[],
  seed: number,
  count: number,
): readonly Combination[] {
  const ofSingleCalls = variants.filter((variant) => isOfSingleCalls(variant));
  return Array.from({ length: count }, (_, index) => {
    const parts: Named<Variant>[] = [];
    for (const variant of shuffled(ofSingleCalls, seed, index)) {
      if (parts.length < partCount && canJoin(variant, parts)) parts.push(variant);
    }
    return { id: parts.map(({ id }) => id).join(' + '), parts };
  });
}

function isOfSingleCalls(variant: Named<Variant | OverlapVariant>): variant is Named<Variant> {
  return !('intercept' in variant);
}

function canJoin({ id }: Named<Variant>, parts: readonly Named<Variant>[]): boolean {
  return !exclusions.some(({ variants }) => variants.includes(id) && parts.some((part) => variants.includes(part.id)));
}

function shuffled(variants: readonly Named<Variant>[], seed: number, index: number): readonly Named<Variant>[] {
  const ranked = variants.map((variant) => ({
    variant,
    rank: streamSeed(seed, 'combination', String(index), variant.id),
  }));
  return ranked.toSorted((left, right) => left.rank - right.rank).map(({ variant }) => variant);
}
