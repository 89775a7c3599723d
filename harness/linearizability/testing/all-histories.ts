// Every history of a few calls, once.

import { call, put, read, remove, type RegisterCall, type RegisterHistory } from './register.js';

type Interval = readonly [first: number, last: number];

/**
 * Sets of intervals that overlap and follow one another in every possible way, each way once. Every way can be had with
 * ends from 0 to `count - 1` (Greenough, 1976).
 */
export function allIntervalOrders(count: number): readonly (readonly Interval[])[] {
  const intervals = Array.from({ length: count }, (_, first) =>
    Array.from({ length: count - first }, (__, length): Interval => [first, first + length]),
  ).flat();
  const found = new Map<string, readonly Interval[]>();
  for (const chosen of multisets(intervals, count)) {
    const names = permutations([...chosen.keys()]).map((order) =>
      order.map((left) => order.map((right) => Number(precedes(chosen[left], chosen[right]))).join('')).join(' '),
    );
    const name = names.sort()[0] ?? '';
    if (!found.has(name)) found.set(name, chosen);
  }
  return [...found.values()];
}

function precedes(left: Interval | undefined, right: Interval | undefined): boolean {
  return left !== undefined && right !== undefined && left[1] < right[0];
}

/** Calls from the time of their interval, each in a lane of its own: puts of two values, deletes, reads, open writes. */
const callKinds: readonly ((lane: number, first: number, last: number) => RegisterCall)[] = [
  (lane, first, last) => call(lane, put('a'), first, last),
  (lane, first, last) => call(lane, put('b'), first, last),
  (lane, first, last) => call(lane, remove, first, last),
  (lane, first, last) => read(lane, 'a', first, last),
  (lane, first, last) => read(lane, 'b', first, last),
  (lane, first, last) => read(lane, undefined, first, last),
  (lane, first) => call(lane, put('a'), first),
  (lane, first) => call(lane, remove, first),
];

export function* allHistories(count: number): Generator<RegisterHistory> {
  for (const intervals of allIntervalOrders(count)) {
    for (const kinds of sequences(callKinds, count)) {
      yield kinds.map((kind, lane) => kind(lane, intervals[lane]?.[0] ?? 0, intervals[lane]?.[1] ?? 0));
    }
  }
}

export function* sequences<Item>(items: readonly Item[], length: number): Generator<readonly Item[]> {
  if (length === 0) yield [];
  else for (const rest of sequences(items, length - 1)) for (const item of items) yield [...rest, item];
}

export function* multisets<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) yield [];
  else
    for (const [at, item] of items.entries())
      for (const rest of multisets(items.slice(at), size - 1)) yield [item, ...rest];
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}
