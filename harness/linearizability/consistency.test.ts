// The five consistency models on the histories that distinguish them, and compared with their definitions.

import { describe, expect, test } from 'vitest';
import { checkConsistency, consistencies, strongestConsistency, type Consistency } from './consistency.js';
import { multisets, sequences } from './testing/all-histories.js';
import { isConsistent } from './testing/brute-force-consistency.js';
import {
  call,
  put,
  read,
  register,
  registerWithoutPromises,
  remove,
  type RegisterHistory,
} from './testing/register.js';
import { faults, simulateRegister } from './testing/simulation.js';

const lag = 100;
const first = call(0, put('a'), 0, 1);
const second = call(0, put('b'), 1_000, 1_001);

test.each<[string, RegisterHistory, Consistency | undefined]>([
  ['a read after a write', [first, read(1, 'a', 2, 3)], 'linearizable'],
  ['a read by another lane that lags', [first, second, read(1, 'a', 1_050, 1_051)], 'sequential'],
  ['a read that lags as long as it may', [first, second, read(1, 'a', 1_101, 1_102)], 'sequential'],
  ['a read that lags for longer than it may', [first, second, read(1, 'a', 1_102, 1_103)], undefined],
  ['a lane that misses its own write', [first, second, read(0, 'a', 1_050, 1_051)], 'monotonic'],
  [
    'a lane that misses its own delete',
    [first, call(0, remove, 1_000, 1_001), read(0, 'a', 1_050, 1_051)],
    'monotonic',
  ],
  [
    'a lane that sees another replace its own write',
    [first, call(1, put('b'), 0, 1), read(0, 'b', 2, 3), read(1, 'b', 2, 3)],
    'linearizable',
  ],
  [
    'a lane that goes back to what it saw replaced',
    [first, second, read(1, 'b', 1_002, 1_003), read(1, 'a', 1_004, 1_005)],
    'eventual',
  ],
  [
    'a lane that goes back and forth within the bound',
    [first, second, read(1, 'b', 1_002, 1_003), read(1, 'a', 1_050, 1_051), read(1, 'b', 1_052, 1_053)],
    'eventual',
  ],
  [
    'a lane that goes back once the bound is over',
    [first, second, read(1, 'b', 1_002, 1_003), read(1, 'a', 1_102, 1_103)],
    undefined,
  ],
  [
    'a lane that goes back to what was replaced before the bound',
    [first, second, call(0, put('c'), 1_500, 1_501), read(1, 'c', 1_502, 1_503), read(1, 'a', 1_504, 1_505)],
    undefined,
  ],
  [
    'two lanes of which one lags',
    [first, second, read(1, 'b', 1_002, 1_003), read(2, 'a', 1_004, 1_005)],
    'sequential',
  ],
  [
    'two lanes that see writes at once in different orders',
    [
      call(0, put('a'), 0, 1),
      call(1, put('b'), 0, 1),
      read(2, 'a', 2, 3),
      read(2, 'b', 4, 5),
      read(3, 'b', 2, 3),
      read(3, 'a', 4, 5),
    ],
    'session',
  ],
  [
    'two lanes that have not settled on an order in time',
    [call(0, put('a'), 0, 1), call(1, put('b'), 0, 1), read(2, 'a', 200, 201), read(3, 'b', 200, 201)],
    undefined,
  ],
  [
    'two lanes that have not settled on an order while a write is open',
    [
      call(0, put('a'), 0, 1),
      call(1, put('b'), 0, 1),
      call(9, put('c'), 2),
      read(2, 'a', 200, 201),
      read(3, 'b', 200, 201),
    ],
    'sequential',
  ],
  ['a value that nobody wrote', [first, read(1, 'z', 2, 3)], undefined],
  ['a value from the future', [read(1, 'a', 0, 1), call(0, put('a'), 2, 3)], undefined],
  ['a write that was lost', [first, second, read(1, 'a', 5_000, 5_001)], undefined],
  [
    'an open write that one lane sees',
    [first, call(1, put('b'), 2), read(2, 'b', 4, 5), read(3, 'a', 6, 7)],
    'sequential',
  ],
  [
    'an open write that comes late',
    [first, call(1, put('b'), 2), read(2, 'a', 500, 501), read(2, 'b', 9_000, 9_001)],
    'linearizable',
  ],
  [
    'an open write that comes and goes',
    [first, call(1, put('b'), 2), read(2, 'b', 500, 501), read(2, 'a', 9_000, 9_001)],
    undefined,
  ],
])('%s', (_, history, strongest) => {
  expect(strongestConsistency(history, register, { lag })).toBe(strongest);
});

test('gives the verdict of each model', () => {
  const history = [first, second, read(0, 'a', 1_050, 1_051)];
  expect(checkConsistency(history, register, 'eventual', { lag }).kind).toBe('explained');
  expect(checkConsistency(history, register, 'monotonic', { lag }).kind).toBe('explained');
  for (const level of ['linearizable', 'sequential', 'session'] as const) {
    const verdict = checkConsistency(history, register, level, { lag });
    expect(verdict).toMatchObject({ kind: 'unexplained', impossible: 2 });
  }
});

test('is undecided if the budget ends before anything was found', () => {
  const writes = Array.from({ length: 20 }, (_, lane) => call(lane, put(`v${lane}`), 0, 10));
  const history = [...writes, read(30, 'v3', 500, 501), read(31, 'v4', 500, 501)];
  const options = { lag, budget: 500 };
  for (const level of consistencies) {
    expect(checkConsistency(history, registerWithoutPromises, level, options).kind).toBe('undecided');
  }
  expect(strongestConsistency(history, registerWithoutPromises, options)).toBeUndefined();
});

test('agrees with the definitions on every history of three calls in two lanes', () => {
  let count = 0;
  const seen = new Set<string>();
  const disagreements: string[] = [];
  for (const history of historiesInTwoLanes()) {
    const strongest = strongestOfDefinitions(history, 1);
    const found = strongestConsistency(history, register, { lag: 1 });
    if (found !== strongest) disagreements.push(`${found} instead of ${strongest}: ${JSON.stringify(history)}`);
    seen.add(String(strongest));
    count += 1;
  }
  expect(disagreements).toEqual([]);
  expect(count).toBeGreaterThan(20_000);
  // Four reads are needed to distinguish "session" from "sequential"; see above.
  expect(seen).toEqual(new Set(['linearizable', 'sequential', 'monotonic', 'eventual', 'undefined']));
});

describe.each(faults)('random histories of a register with the fault "%s"', (fault) => {
  test.each([1, 2, 4])('are on the levels that the definitions say, with %i lanes', (laneCount) => {
    const disagreements: string[] = [];
    for (let seed = 1; seed <= 120; seed += 1) {
      const values = seed % 2 === 0 ? {} : { valueCount: 2 };
      const openShare = seed % 3 === 0 ? 0.2 : 0;
      const history = simulateRegister({ callCount: 8, laneCount, seed, fault, faultShare: 0.2, openShare, ...values });
      for (const level of consistencies) {
        const { kind } = checkConsistency(history, register, level, { lag: 25 });
        const expected = isConsistent(history, level, 25) ? 'explained' : 'unexplained';
        if (kind !== expected) disagreements.push(`${level} is ${kind}: ${JSON.stringify(history)}`);
      }
    }
    expect(disagreements).toEqual([]);
  });
});

test('accepts a store whose reads lag within the bound, on the weaker models', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const history = lagging(seed, 60);
    expect(checkConsistency(history, register, 'eventual', { lag: 60 }).kind).toBe('explained');
  }
});

test('detects a store whose reads lag longer than permitted', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);
  const found = seeds.filter(
    (seed) => checkConsistency(lagging(seed, 60), register, 'eventual', { lag: 5 }).kind === 'unexplained',
  );
  expect(found.length).toBeGreaterThan(100);
});

/** One lane writes occasionally, and the others read the value of a fixed time before. */
function lagging(seed: number, delay: number): RegisterHistory {
  const written = simulateRegister({ callCount: 30, laneCount: 1, seed }).filter(({ input }) => input.kind !== 'get');
  const valueAt = (time: number): string | undefined => {
    const last = written.findLast(({ returned }) => returned !== undefined && returned.at <= time);
    return last?.input.kind === 'put' ? last.input.value : undefined;
  };
  const reads = [1, 2, 3].flatMap((lane) =>
    Array.from({ length: 15 }, (_, at) => {
      const invokedAt = lane + at * (20 + lane + (seed % 7));
      return read(lane, valueAt(invokedAt - delay), invokedAt, invokedAt + 3);
    }),
  );
  return [...written, ...reads];
}

function strongestOfDefinitions(history: RegisterHistory, bound: number): Consistency | undefined {
  return consistencies.find((level) => isConsistent(history, level, bound));
}

/** Times from 0 to 3; the first call is of lane 0. */
function* historiesInTwoLanes(): Generator<RegisterHistory> {
  const intervals = [0, 1, 2, 3].flatMap((start) => [0, 1].map((length) => [start, start + length] as const));
  const kinds = [
    (lane: number, start: number, end: number) => call(lane, put('a'), start, end),
    (lane: number, start: number, end: number) => call(lane, remove, start, end),
    (lane: number, start: number, end: number) => read(lane, 'a', start, end),
    (lane: number, start: number, end: number) => read(lane, undefined, start, end),
    (lane: number, start: number) => call(lane, put('a'), start),
  ];
  for (const chosen of multisets(intervals, 3)) {
    for (const made of sequences(kinds, 3)) {
      for (const lanes of sequences([0, 1], 2)) {
        const history = chosen.map(([start, end], at) => made[at]?.([0, ...lanes][at] ?? 0, start, end));
        const calls = history.filter((each) => each !== undefined);
        if (doLanesWait(calls)) yield calls;
      }
    }
  }
}

function doLanesWait(history: RegisterHistory): boolean {
  return history.every((later, at) =>
    history
      .slice(0, at)
      .every((earlier) => earlier.lane !== later.lane || (earlier.returned?.at ?? 0) <= later.invokedAt),
  );
}
