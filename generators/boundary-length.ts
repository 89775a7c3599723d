// Lengths at a boundary that shrink away from it: a counterexample about size ends at the smallest size that still fails.

import fc from 'fast-check';

export interface PinnedLength {
  /** What is generated, every time. */
  readonly length: number;
  /** Where shrinking leads. */
  readonly towards: number;
}

/** `pinned ::= length`, with the shrinks of an integer between the two numbers. */
export function pinned({ length, towards }: PinnedLength): fc.Arbitrary<number> {
  return new PinnedArbitrary(length, fc.integer({ min: towards, max: length }));
}

/** The one subclass here: no combinator of fast-check generates one value and shrinks it to others. */
class PinnedArbitrary extends fc.Arbitrary<number> {
  constructor(
    private readonly length: number,
    /** fc.integer shrinks towards its lower end where that is not below zero. */
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
