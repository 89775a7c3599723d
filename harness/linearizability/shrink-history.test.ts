// A shrunk history violates the consistency model because the whole history does.

import { describe, expect, test } from 'vitest';
import { consistencies } from './consistency.js';
import { shrinkHistory } from './shrink-history.js';
import { isConsistent } from './testing/brute-force-consistency.js';
import { firstImpossible } from './testing/brute-force.js';
import { call, put, read, register, remove, type RegisterHistory } from './testing/register.js';
import { faults, simulateRegister, type Fault } from './testing/simulation.js';

const linearizable = { level: 'linearizable', lag: 0 } as const;

test('keeps what is needed to see a stale read', () => {
  const stale = [call(0, put('a'), 10, 11), call(0, put('b'), 12, 13), read(1, 'a', 14, 15)];
  const history: RegisterHistory = [
    call(0, put('x'), 0, 1),
    read(1, 'x', 2, 3),
    call(2, put('y'), 4, 5),
    call(2, remove, 6, 7, { kind: 'refused' }),
    ...stale,
    read(2, 'b', 16, 17),
    call(0, put('c'), 18, 19),
    read(1, 'c', 20, 21),
  ];
  const shrunk = shrinkHistory(history, register, linearizable);
  expect(shrunk?.history).toEqual(stale);
  expect(shrunk?.verdict).toMatchObject({ impossible: 2, longest: [0, 1] });
});

test('opens a pending write, and removes later calls', () => {
  const history: RegisterHistory = [
    call(0, put('a'), 0, 9),
    read(1, 'a', 1, 2),
    read(2, undefined, 3, 4),
    call(0, remove, 10, 11),
  ];
  expect(shrinkHistory(history, register, linearizable)?.history).toEqual([
    call(0, put('a'), 0),
    ...history.slice(1, 3),
  ]);
});

test('keeps the write that the impossible call shows, and the rejected one that it should not show', () => {
  const lost: RegisterHistory = [
    call(0, put('a'), 0, 1),
    call(0, put('b'), 2, 3),
    call(0, put('c'), 4, 5),
    read(1, 'a', 6, 7),
  ];
  expect(shrinkHistory(lost, register, linearizable)?.history).toHaveLength(3);
  const refused: RegisterHistory = [
    call(0, put('a'), 0, 1, { kind: 'refused' }),
    call(2, put('b'), 0, 1),
    read(1, 'a', 2, 3),
  ];
  expect(shrinkHistory(refused, register, linearizable)?.history).toEqual([refused[0], refused[2]]);
});

test('shrinks nothing if the model explains the history', () => {
  expect(shrinkHistory([read(0, undefined, 0, 1)], register, linearizable)).toBeUndefined();
});

test('judges at most the permitted number of histories', () => {
  const history = simulateRegister({ callCount: 60, laneCount: 4, seed: 3, fault: 'wrong value', faultShare: 0.2 });
  expect(shrinkHistory(history, register, { ...linearizable, checkLimit: 1 })?.history).toEqual(history);
});

describe.each(faults.filter((fault) => fault !== 'none'))('histories of a register with the fault "%s"', (fault) => {
  test.each(consistencies)('violate %s when they are shrunk, and are made of calls of the whole', (level) => {
    const all = histories(fault);
    const shrunk = all.flatMap((history) => shrinkHistory(history, register, { level, lag: 5 }) ?? []);
    expect(shrunk.filter(({ history }) => isConsistent(history, level, 5))).toEqual([]);
    const wholes = all.filter((history) => !isConsistent(history, level, 5));
    expect(shrunk).toHaveLength(wholes.length);
    expect(shrunk.every(({ history }, at) => isMadeOf(history, wholes[at] ?? []))).toBe(true);
  });

  test('are much smaller when they are shrunk', () => {
    const shrunk = histories(fault, 40).flatMap((history) => shrinkHistory(history, register, linearizable) ?? []);
    const lengths = shrunk.map(({ history }) => history.length).sort((left, right) => left - right);
    expect(lengths.length).toBeGreaterThan(5);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(6);
    for (const { history, verdict } of shrunk) expect(firstImpossible(history, register)).toBe(verdict.impossible);
  });
});

test('histories of a register without a fault have nothing to shrink', () => {
  for (const history of histories('none')) {
    for (const level of consistencies) expect(shrinkHistory(history, register, { level, lag: 5 })).toBeUndefined();
  }
});

function histories(fault: Fault, callCount = 14): readonly RegisterHistory[] {
  return Array.from({ length: 40 }, (_, seed) =>
    simulateRegister({ callCount, laneCount: 1 + (seed % 4), seed, fault, faultShare: 0.2, openShare: 0.1 }),
  );
}

/** Whether each call is one of the whole history, possibly without its answer. */
function isMadeOf(shrunk: RegisterHistory, whole: RegisterHistory): boolean {
  return shrunk.every(({ lane, input, invokedAt, returned }) =>
    whole.some(
      (each) =>
        each.lane === lane &&
        each.input === input &&
        each.invokedAt === invokedAt &&
        (returned === undefined || each.returned === returned),
    ),
  );
}
