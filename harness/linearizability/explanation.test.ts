// The sentence for each textbook violation.

import { describe, expect, test } from 'vitest';
import { checkLinearizability } from './checker.js';
import { explainViolation, type Explanation } from './explanation.js';
import type { HistoryCall } from './history.js';
import {
  call,
  describeCall,
  put,
  read,
  register,
  remove,
  type RegisterHistory,
  type RegisterInput,
  type RegisterOutput,
} from './testing/register.js';
import { textbookHistories } from './testing/textbook.js';

function explain(history: RegisterHistory, describeWith = describeCall): Explanation {
  const verdict = checkLinearizability(history, register);
  if (verdict.kind !== 'unexplained') throw new Error(`The verdict is ${verdict.kind}.`);
  return explainViolation(history, register, verdict, { describe: describeWith, showsPartOf });
}

function showsPartOf(output: RegisterOutput, input: RegisterInput): boolean {
  if (output.kind !== 'found' || output.value === undefined || input.kind !== 'put') return false;
  return [...new Set(output.value)].some((letter) => input.value.includes(letter));
}

describe('kinds of violation', () => {
  const explained = textbookHistories.filter(({ kind }) => kind !== undefined);
  test.each(explained)('calls $name "$kind"', ({ history, kind }) => {
    expect(explain(history).kind).toBe(kind);
  });

  test('cover every kind', () => {
    expect(new Set(explained.map(({ kind }) => kind)).size).toBe(9);
  });
});

test.each<[RegisterHistory, string]>([
  [
    [call(0, put('a'), 0, 1), call(0, put('b'), 2, 3), read(1, 'a', 4, 5), read(1, 'b', 6, 7)],
    'Stale: get -> a (lane 1) shows what put a (lane 0) left, which put b (lane 0) had replaced before it began.',
  ],
  [
    [call(0, put('a'), 0, 1), read(2, undefined, 2, 3)],
    'Lost: put a (lane 0) was answered before get -> absent (lane 2) began, which still shows the state at the start, and no call shows its effect.',
  ],
  [
    [call(0, put('a'), 0, 1), call(1, remove, 2, 3), read(2, 'a', 4, 5)],
    'Resurrected: get -> a (lane 2) shows what put a (lane 0) left again, although delete (lane 1) had undone it and it was answered before.',
  ],
  [
    [call(0, put('aa'), 0, 1), call(1, put('bb'), 0, 1), read(2, 'ab', 2, 3)],
    'Torn: get -> ab (lane 2) shows a mixture of put aa (lane 0) and put bb (lane 1).',
  ],
  [[call(0, put('aa'), 0, 1), read(2, 'a', 2, 3)], 'Torn: get -> a (lane 2) shows only a part of put aa (lane 0).'],
  [
    [call(0, put('a'), 0, 1), call(0, put('b'), 2, 20), read(1, 'b', 3, 4), read(2, 'a', 5, 6)],
    'Went backwards: get -> a (lane 2) shows what put a (lane 0) left again, after get -> b (lane 1) had shown that put b (lane 0) replaced it.',
  ],
  [
    [call(0, put('a'), 0, 1, { kind: 'refused' }), read(1, 'a', 2, 3)],
    'Refused but applied: put a refused (lane 0) must have had no effect, but get -> a (lane 1) shows it.',
  ],
])('says what happened, by the labels of the caller: %#', (history, sentence) => {
  expect(explain(history).sentence).toBe(sentence);
});

test('does not call a write lost that a call outside the shrunk history saw', () => {
  const whole = [call(0, put('a'), 0, 1), read(0, undefined, 2, 3), read(0, 'a', 4, 5)];
  const history = whole.slice(0, 2);
  const verdict = checkLinearizability(history, register);
  if (verdict.kind !== 'unexplained') throw new Error(`The verdict is ${verdict.kind}.`);
  expect(explainViolation(history, register, verdict, { describe: describeCall }).kind).toBe('lost');
  expect(explainViolation(history, register, verdict, { describe: describeCall, whole }).kind).toBe('stale');
});

test('stays short if labels are long', () => {
  const history = [call(0, put('x'.repeat(1_000_000)), 0, 1), read(1, 'y'.repeat(1_000_000), 2, 3)];
  expect(explain(history).sentence.length).toBeLessThan(500);
});

test('explains a wrong answer to a call that changes the state', () => {
  const counter = {
    initial: [0],
    step: (state: number, _: 'add', output: number | undefined) =>
      output === undefined || output === state + 1 ? [state + 1] : [],
    fingerprint: String,
    effectOf: () => 'changes' as const,
  };
  const history: readonly HistoryCall<'add', number>[] = [
    { lane: 0, input: 'add', invokedAt: 0, returned: { at: 1, output: 1 } },
    { lane: 1, input: 'add', invokedAt: 2, returned: { at: 3, output: 1 } },
  ];
  const verdict = checkLinearizability(history, counter);
  if (verdict.kind !== 'unexplained') throw new Error(`The verdict is ${verdict.kind}.`);
  expect(explainViolation(history, counter, verdict, { describe: (input, output) => `${input} -> ${output}` })).toEqual(
    {
      kind: 'no order',
      sentence: 'No order of the calls allows add -> 1 (lane 1).',
    },
  );
});
