// Numbered sets of open calls that took effect. Number 0 is the empty set, the only one of most histories.

export interface OpenSets {
  has(set: number, call: number): boolean;
  /** The number of the set with one call more. */
  with(set: number, call: number): number;
  /** Whether every call of `small` is in `large`. */
  isWithin(small: number, large: number): boolean;
}

export function createOpenSets(): OpenSets {
  const sets: bigint[] = [0n];
  const numbers = new Map<bigint, number>([[0n, 0]]);
  return {
    has: (set, call) => set !== 0 && (((sets[set] ?? 0n) >> BigInt(call)) & 1n) === 1n,
    with(set, call) {
      const more = (sets[set] ?? 0n) | (1n << BigInt(call));
      let number = numbers.get(more);
      if (number === undefined) {
        number = sets.length;
        numbers.set(more, number);
        sets.push(more);
      }
      return number;
    },
    isWithin(small, large) {
      return small === large || small === 0 || ((sets[small] ?? 0n) & ~(sets[large] ?? 0n)) === 0n;
    },
  };
}
