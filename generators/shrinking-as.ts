// An arbitrary that generates like one arbitrary and shrinks like a wider one.

import fc from 'fast-check';

/** Generates values of `drawn` and shrinks them as values of `wider`, so that a counterexample may be smaller than `drawn` permits. */
export class ShrinkingAs<Value> extends fc.Arbitrary<Value> {
  constructor(
    private readonly drawn: fc.Arbitrary<Value>,
    private readonly wider: fc.Arbitrary<Value>,
  ) {
    super();
  }

  /** Without fast-check's bias towards the ends of ranges, which would favour some kinds of calls and short sequences. */
  override generate(random: fc.Random): fc.Value<Value> {
    return new fc.Value(this.drawn.generate(random, undefined).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Value {
    return this.wider.canShrinkWithoutContext(value);
  }

  override shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.wider.shrink(value, context);
  }
}
