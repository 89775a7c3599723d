// The contract of every generator: the same seed gives the same values, and all values and their shrinks are correct.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const samples = 10;
/** The number of shrinks of a value that are examined, at each depth. */
const breadths = [8, 3, 2];

/** Declares the tests of one generator. `isCorrect` says whether a value is permitted; it may throw an assertion instead. */
export function arbitraryContract<Value>(
  name: string,
  arbitrary: fc.Arbitrary<Value>,
  isCorrect: (value: Value) => boolean,
): void {
  describe(`${name} satisfies the contract`, () => {
    test('generates the same values from the same seed', () => {
      const sample = (): readonly Value[] => fc.sample(arbitrary, { seed: 42, numRuns: samples });
      expect(sample()).toEqual(sample());
    });

    test('generates only correct values, and shrinks them to correct ones', () => {
      for (const generated of sampleWithContext(arbitrary)) {
        for (const value of shrinksOf(arbitrary, generated, breadths)) {
          expect(isCorrect(value), JSON.stringify(value)?.slice(0, 500)).toBe(true);
        }
      }
    });
  });
}

/** The contract of generators whose values are saved: a value from a file shrinks like a generated one. */
export function savedArbitraryContract<Value>(
  name: string,
  arbitrary: fc.Arbitrary<Value>,
  isCorrect: (value: Value) => boolean,
): void {
  arbitraryContract(name, arbitrary, isCorrect);
  test(`${name} shrinks a value without its context`, () => {
    for (const value of fc.sample(arbitrary, { seed: 42, numRuns: samples })) {
      const copy: unknown = structuredClone(value);
      expect(arbitrary.canShrinkWithoutContext(copy), JSON.stringify(value)).toBe(true);
      if (!arbitrary.canShrinkWithoutContext(copy)) continue;
      for (const smaller of shrinksOf(arbitrary, new fc.Value(copy, undefined), breadths)) {
        expect(isCorrect(smaller), JSON.stringify(smaller)).toBe(true);
      }
    }
  });
}

function sampleWithContext<Value>(arbitrary: fc.Arbitrary<Value>): readonly fc.Value<Value>[] {
  return fc.sample(new WithContext(arbitrary), { seed: 7, numRuns: samples });
}

/** Generates the values of another generator together with the context for shrinking. */
class WithContext<Made> extends fc.Arbitrary<fc.Value<Made>> {
  constructor(private readonly inner: fc.Arbitrary<Made>) {
    super();
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<fc.Value<Made>> {
    return new fc.Value(this.inner.generate(random, biasFactor), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is fc.Value<Made> {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<fc.Value<Made>>> {
    return fc.Stream.nil();
  }
}

/** The value and its shrinks, recursively. */
function* shrinksOf<Value>(
  arbitrary: fc.Arbitrary<Value>,
  made: fc.Value<Value>,
  [breadth, ...deeper]: readonly number[],
): Generator<Value> {
  yield made.value;
  if (breadth === undefined) return;
  for (const smaller of arbitrary.shrink(made.value, made.context).take(breadth)) {
    yield* shrinksOf(arbitrary, smaller, deeper);
  }
}
