// An arbitrary that draws from one class of values and shrinks in a wider one.

import fc from 'fast-check';

/** Draws as one arbitrary does, and shrinks as a wider one, so that a smaller example may leave the class drawn from. */
export class ShrinkingAs<Value> extends fc.Arbitrary<Value> {
  constructor(
    private readonly drawn: fc.Arbitrary<Value>,
    private readonly wider: fc.Arbitrary<Value>,
  ) {
    super();
  }

  /** Without bias towards the ends of a range, which are the first and the last kind of call and the shortest program. */
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
