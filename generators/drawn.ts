// Values drawn from a set that stands for one flaw: the first member is fixed, the others vary.

import fc from 'fast-check';

/** The value of a set for a pick of the flaw. Pure. */
export type Drawn<Value> = (pick: number) => Value;

/**
 * The picks for a set: half of them give the first member, to which a counterexample also shrinks. The lowest bit does not
 * affect the member, so it can choose a place for the flaw.
 */
export const picksOfSet: fc.Arbitrary<number> = fc.oneof({ withCrossShrink: true }, fc.nat({ max: 1 }), fc.nat());

/** `first` for the picks 0 and 1, otherwise one of the others, from a list or a function of a number. */
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

/** The member of a list at an index modulo its length. */
export function memberAt<Value>(members: readonly [Value, ...Value[]], number: number): Value {
  return members[number % members.length] ?? members[0];
}

/** A string of so many digits, different for each number of that length. */
export function digitsOf(number: number, length: number): string {
  return String(number).padStart(length, '7').slice(-length);
}

/** Generates the first member of a set or another; shrinks to the first. */
export function firstOr<Value>(first: Value, others: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ withCrossShrink: true }, fc.constant(first), others);
}
