// An arbitrary for a length at a boundary, which shrinks to the smallest length that still fails.

import fc from 'fast-check';

export interface PinnedLength {
  /** The only length that is generated. */
  readonly length: number;
  /** The length towards which it shrinks. */
  readonly towards: number;
}

/** Generates `length`, and shrinks like an integer from `length` down to `towards`. */
export function pinned({ length, towards }: PinnedLength): fc.Arbitrary<number> {
  return new PinnedArbitrary(length, fc.integer({ min: towards, max: length }));
}

/** A subclass, because no combinator of fast-check generates one value and shrinks it to others. */
class PinnedArbitrary extends fc.Arbitrary<number> {
  constructor(
    private readonly length: number,
    /** fc.integer shrinks towards its minimum if that is not negative. */
    private readonly range: fc.Arbitrary<number>,
  ) {
    super();
  }

  override generate(): fc.Value<number> {
    return new fc.Value(this.length, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is number {
    return this.range.canShrinkWithoutContext(value);
  }

  override shrink(value: number, context: unknown): fc.Stream<fc.Value<number>> {
    return this.range.shrink(value, context);
  }
}
