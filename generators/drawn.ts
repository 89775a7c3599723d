// Values that stand for a set: the first member is fixed, the others are drawn.

import fc from 'fast-check';

/** A value of a set, by the pick of the flaw that plants it. Pure. */
export type Drawn<Value> = (pick: number) => Value;

/**
 * The picks for a set: as often its first member as any other, and a counterexample shrinks to the first. The lowest bit
 * is left free to choose a place.
 */
export const picksOfSet: fc.Arbitrary<number> = fc.oneof({ withCrossShrink: true }, fc.nat({ max: 1 }), fc.nat());

/** `first` for the picks 0 and 1; for any other pick one of the others, which a list names or a number makes. */
export function drawn<Value>(
  first: Value,
  others: readonly [Value, ...Value[]] | ((number: number) => Value),
): Drawn<Value> {
  return (pick) => {
    const number = Math.floor(pick / 2);
    if (number === 0) return first;
    return typeof others === 'function' ? others(number - 1) : memberAt(others, number - 1);
  };
}

/** The members of a list in turn. */
export function memberAt<Value>(members: readonly [Value, ...Value[]], number: number): Value {
  return members[number % members.length] ?? members[0];
}

/** So many digits, which no number of the same length repeats. */
export function digitsOf(number: number, length: number): string {
  return String(number).padStart(length, '7').slice(-length);
}

/** The first member of a set, or any other; shrinks to the first. */
export function firstOr<Value>(first: Value, others: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ withCrossShrink: true }, fc.constant(first), others);
}
