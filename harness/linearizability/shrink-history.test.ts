// What shrinking leaves violates the level because the whole did.

import { describe, expect, test } from 'vitest';
import { consistencies } from './consistency.js';
import { shrinkHistory } from './shrink-history.js';
import { firstImpossible } from './testing/brute-force.js';
import { call, put, read, register, remove, type RegisterHistory } from './testing/register.js';
import { faults, simulateRegister } from './testing/simulation.js';

const linearizable = { level: 'linearizable', lag: 0 } as const;

test('leaves what is needed to see a stale read', () => {
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

test('opens a write that was still under way, and forgets what came later', () => {
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

test('keeps the write that the impossible call shows, and the refused one that it should not show', () => {
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

test('has nothing to shrink where the level explains the history', () => {
  expect(shrinkHistory([read(0, undefined, 0, 1)], register, linearizable)).toBeUndefined();
});

test('judges no more histories than it may', () => {
  const history = simulateRegister({ callCount: 60, laneCount: 4, seed: 3, fault: 'wrong value', faultShare: 0.2 });
  expect(shrinkHistory(history, register, { ...linearizable, checkLimit: 1 })?.history).toEqual(history);
});

describe.each(faults)('histories of a register with the fault "%s"', (fault) => {
  test.each(consistencies)('violate %s as a whole and when they are shrunk', (level) => {
    let [shrunkCount, length, shrunkLength] = [0, 0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const history = simulateRegister({ callCount: 16, laneCount: 4, seed, fault, faultShare: 0.2, openShare: 0.1 });
      const shrunk = shrinkHistory(history, register, { level, lag: 5 });
      if (shrunk === undefined) continue;
      shrunkCount += 1;
      length += history.length;
      shrunkLength += shrunk.history.length;
      if (level === 'linearizable') expect(firstImpossible(shrunk.history, register)).toBe(shrunk.verdict.impossible);
      expect(isMadeOf(shrunk.history, history)).toBe(true);
    }
    if (fault === 'none') expect(shrunkCount).toBe(0);
    else expect(shrunkLength).toBeLessThanOrEqual(level === 'linearizable' ? length / 2 : length);
  });
});

/** Whether each call is one of the whole, or one whose answer was forgotten. */
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
