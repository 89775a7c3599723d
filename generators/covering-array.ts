// Covering arrays of strength two: few rows that contain every pair of values of any two factors. The algorithm is greedy,
// after https://doi.org/10.1109/32.605761: a row begins with the first missing pair, and each further factor takes the
// value that adds the most missing pairs.

export type Factors = Readonly<Record<string, readonly string[]>>;

/** One value for each factor. */
export type FactorValues<Each extends Factors> = { readonly [Name in keyof Each]: Each[Name][number] };

/** The rows of the covering array. Pure. */
export function coveringArray<Each extends Factors>(factors: Each): readonly FactorValues<Each>[] {
  // The largest factors come first, so that their pairs begin the rows.
  const names = Object.keys(factors).sort(
    (left, right) => valuesOf(factors, right).length - valuesOf(factors, left).length,
  );
  const missing = allPairs(factors, names);
  const rows: FactorValues<Each>[] = [];
  for (let [pair] = missing.values(); pair !== undefined; [pair] = missing.values()) {
    const row = completeRow(pair, factors, names, missing);
    for (const covered of pairsOf(row)) missing.delete(keyOf(covered));
    // Each value is one of its factor.
    rows.push(Object.fromEntries(row) as FactorValues<Each>);
  }
  return rows;
}

type Choice = readonly [factor: string, value: string];
type Pair = readonly [Choice, Choice];

function valuesOf(factors: Factors, name: string): readonly string[] {
  return factors[name] ?? [];
}

function keyOf([left, right]: Pair): string {
  return JSON.stringify(left[0] < right[0] ? [left, right] : [right, left]);
}

function allPairs(factors: Factors, names: readonly string[]): Map<string, Pair> {
  const pairs = names.flatMap((left, index) =>
    names.slice(index + 1).flatMap((right) =>
      valuesOf(factors, left).flatMap((value) =>
        valuesOf(factors, right).map((other): Pair => [
          [left, value],
          [right, other],
        ]),
      ),
    ),
  );
  return new Map(pairs.map((pair) => [keyOf(pair), pair]));
}

function completeRow(
  initial: Pair,
  factors: Factors,
  names: readonly string[],
  missing: ReadonlyMap<string, Pair>,
): readonly Choice[] {
  return names.reduce<readonly Choice[]>((row, name) => {
    if (row.some(([factor]) => factor === name)) return row;
    const gains = valuesOf(factors, name).map((value) => gainOf([name, value], row, missing));
    const best = valuesOf(factors, name)[gains.indexOf(Math.max(...gains))];
    return best === undefined ? row : [...row, [name, best]];
  }, initial);
}

/** How many missing pairs a choice would add to a row. */
function gainOf(choice: Choice, row: readonly Choice[], missing: ReadonlyMap<string, Pair>): number {
  return row.filter((other) => missing.has(keyOf([choice, other]))).length;
}

function pairsOf(row: readonly Choice[]): readonly Pair[] {
  return row.flatMap((left, index) => row.slice(index + 1).map((right): Pair => [left, right]));
}
