// The checker on textbook histories, on every small history and random ones compared with the definition, and on large ones.

import { describe, expect, test } from 'vitest';
import { checkLinearizability } from './checker.js';
import { partitionedBy } from './history.js';
import type { Specification } from './specification.js';
import { allHistories, allIntervalOrders } from './testing/all-histories.js';
import { firstImpossible, isAllowedOrder } from './testing/brute-force.js';
import {
  call,
  forgetfulRegister,
  put,
  read,
  register,
  registerWithoutPromises,
  remove,
  type RegisterHistory,
  type RegisterInput,
  type RegisterOutput,
} from './testing/register.js';
import { faults, simulateRegister } from './testing/simulation.js';
import { textbookHistories } from './testing/textbook.js';
import type { Verdict } from './verdict.js';

type RegisterSpecification = Specification<string | undefined, RegisterInput, RegisterOutput>;

describe('textbook histories', () => {
  test.each(textbookHistories)('$name', ({ history, impossible }) => {
    const verdict = checkLinearizability(history, register);
    expect(verdict).toMatchObject(
      impossible === undefined ? { kind: 'explained' } : { kind: 'unexplained', impossible },
    );
    expect(disagreementsOf(history, register)).toEqual([]);
  });
});

test('finds an order, or the first call without one, in every history of up to four calls', () => {
  expect([1, 2, 3, 4].map((count) => allIntervalOrders(count).length)).toEqual([1, 2, 5, 15]);
  let count = 0;
  let violationCount = 0;
  const disagreements: string[] = [];
  for (const history of [1, 2, 3, 4].flatMap((length) => [...allHistories(length)])) {
    const verdict = checkLinearizability(history, register);
    disagreements.push(...disagreementsOf(history, register, verdict));
    count += 1;
    if (verdict.kind === 'unexplained') violationCount += 1;
  }
  expect(disagreements).toEqual([]);
  expect(count).toBe(8 + 2 * 8 ** 2 + 5 * 8 ** 3 + 15 * 8 ** 4);
  expect(violationCount).toBeGreaterThan(10_000);
});

describe.each(faults)('random histories of a register with the fault "%s"', (fault) => {
  test.each([
    { specification: register, promises: 'promised effects' },
    { specification: registerWithoutPromises, promises: 'no promises' },
    { specification: forgetfulRegister, promises: 'several states' },
  ])('are judged as the definition says, with $promises', ({ specification }) => {
    const histories = [...randomHistories(fault)];
    expect(histories.flatMap((history) => disagreementsOf(history, specification))).toEqual([]);
  });
});

test.each(faults.filter((fault) => fault !== 'none'))('random histories with the fault "%s" are found out', (fault) => {
  const violations = [...randomHistories(fault)].filter((history) => firstImpossible(history, register) !== undefined);
  expect(violations.length).toBeGreaterThan(10);
});

test('every random history without a fault is accepted', () => {
  for (const history of randomHistories('none')) {
    expect(checkLinearizability(history, register).kind).toBe('explained');
  }
});

describe('large histories', () => {
  test('accepts ten thousand calls of a register in eight lanes', () => {
    const history = simulateRegister({ callCount: 10_000, laneCount: 8, seed: 1, openShare: 0.01, refusedShare: 0.05 });
    const verdict = checkLinearizability(history, register);
    expect(verdict.kind).toBe('explained');
  });

  test('names the one wrong read among ten thousand', () => {
    const history = simulateRegister({ callCount: 10_000, laneCount: 8, seed: 2 });
    const position = history.findIndex(({ input }, at) => at > 7_000 && input.kind === 'get');
    const wrong = history.map((each, at) =>
      at === position && each.returned !== undefined
        ? read(each.lane, 'nobody', each.invokedAt, each.returned.at)
        : each,
    );
    expect(checkLinearizability(wrong, register)).toMatchObject({ kind: 'unexplained', impossible: position });
  });

  test('decides a burst of fifty puts followed by a read', () => {
    expect(checkLinearizability([...burst, read(99, 'v17', 200, 201)], register).kind).toBe('explained');
    for (const value of [undefined, 'nobody']) {
      const verdict = checkLinearizability([...burst, read(99, value, 200, 201)], register);
      expect(verdict).toMatchObject({ kind: 'unexplained', impossible: 50 });
    }
    const both = [...burst, read(98, 'v17', 200, 201), read(99, 'v18', 202, 203)];
    expect(checkLinearizability(both, register)).toMatchObject({ kind: 'unexplained', impossible: 51 });
  });

  test('decides histories with twenty unanswered deletes', () => {
    const deletes = Array.from({ length: 20 }, (_, lane) => call(lane, remove, lane));
    const rest = Array.from({ length: 20 }, (_, at) => [
      call(99, put(`w${at}`), 100 + 4 * at, 101 + 4 * at),
      read(99, undefined, 102 + 4 * at, 103 + 4 * at),
    ]).flat();
    expect(checkLinearizability([...deletes, ...rest], register).kind).toBe('explained');
    const oneMore = [...deletes, ...rest, call(99, put('x'), 300, 301), read(99, undefined, 302, 303)];
    expect(checkLinearizability(oneMore, register)).toMatchObject({ kind: 'unexplained', impossible: 61 });
  });

  test('leaves no history of twelve calls undecided', () => {
    for (const fault of faults) {
      for (let seed = 1; seed <= 300; seed += 1) {
        const history = simulateRegister({ callCount: 12, laneCount: 12, seed, fault, openShare: 0.2, valueCount: 3 });
        expect(checkLinearizability(history, register).kind).not.toBe('undecided');
      }
    }
  });
});

test('distinguishes open calls that may each lead to one of several states', () => {
  const open = [call(0, put('v1'), 0), call(1, put('v2'), 0)];
  const found = (...values: readonly string[]): RegisterHistory => [
    ...open,
    ...values.map((value, at) => read(2, value, 10 + 2 * at, 11 + 2 * at)),
  ];
  expect(disagreementsOf(found('lost', 'v1'), forgetfulRegister)).toEqual([]);
  expect(checkLinearizability(found('lost', 'v1'), forgetfulRegister).kind).toBe('explained');
  expect(checkLinearizability(found('lost', 'v2'), forgetfulRegister).kind).toBe('explained');
  expect(checkLinearizability(found('lost', 'v1', 'v2'), forgetfulRegister).kind).toBe('unexplained');
});

test('is undecided when the budget is spent', () => {
  const verdict = checkLinearizability([...burst, read(99, 'nobody', 200, 201)], registerWithoutPromises, {
    budget: 1_000,
  });
  expect(verdict).toEqual({ kind: 'undecided', reason: 'the search took more than 1000 steps' });
});

test('does not depend on the order in which calls are recorded', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const history = simulateRegister({ callCount: 10, laneCount: 4, seed, fault: 'stale read' });
    const reversed = history.toReversed();
    expect(checkLinearizability(reversed, register).kind).toBe(checkLinearizability(history, register).kind);
  }
});

test('partitions a history by key, and judges the parts alone', () => {
  const history = [call(0, put('a'), 0, 1), call(1, remove, 0, 1), read(0, 'a', 2, 3)];
  const parts = partitionedBy(history, (input) => (input.kind === 'delete' ? 'right' : 'left'));
  expect([...parts]).toEqual([
    ['left', [history[0], history[2]]],
    ['right', [history[1]]],
  ]);
});

test.each([
  [
    'a call that returned before it was invoked',
    [call(0, put('a'), 2, 1)],
    /returned at 1, before it was invoked at 2/,
  ],
  ['a time that is none', [call(0, put('a'), Number.NaN, 1)], /invoked at NaN/],
  ['a return that is none', [call(0, put('a'), 0, Infinity)], /returned at Infinity/],
  ['a lane that did not wait', [call(3, put('a'), 0, 5), call(3, remove, 4, 6)], /Calls 0 and 1 of lane 3 overlap/],
] as const)('blames the recorder for %s', (_, history, message) => {
  expect(() => checkLinearizability(history, register)).toThrow(message);
});

test('throws if the specification has no initial state', () => {
  expect(() => checkLinearizability([], { ...register, initial: [] })).toThrow('names no first state');
});

const burst: RegisterHistory = Array.from({ length: 50 }, (_, lane) =>
  call(lane, put(`v${lane}`), lane % 7, 100 + (lane % 5)),
);

function* randomHistories(fault: (typeof faults)[number]): Generator<RegisterHistory> {
  for (const laneCount of [1, 2, 4, 9]) {
    for (const openShare of [0, 0.2]) {
      for (const valueCount of [undefined, 2]) {
        for (let seed = 1; seed <= 30; seed += 1) {
          yield simulateRegister({
            callCount: 9,
            laneCount,
            seed,
            fault,
            faultShare: 0.2,
            openShare,
            refusedShare: 0.1,
            ...(valueCount === undefined ? {} : { valueCount }),
          });
        }
      }
    }
  }
}

/** How the verdict differs from the definition. */
function disagreementsOf(
  history: RegisterHistory,
  specification: RegisterSpecification,
  verdict: Verdict = checkLinearizability(history, specification),
): readonly string[] {
  const impossible = firstImpossible(history, specification);
  const isRight =
    verdict.kind === 'explained'
      ? impossible === undefined && isAllowedOrder(history, specification, verdict.order)
      : verdict.kind === 'unexplained' &&
        impossible === verdict.impossible &&
        isAllowedOrder(history, specification, verdict.longest);
  return isRight ? [] : [`call ${impossible} is impossible; ${JSON.stringify(verdict)} of ${JSON.stringify(history)}`];
}
