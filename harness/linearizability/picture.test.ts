// A picture keeps only which calls overlap, and not the times.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLinearizability } from './checker.js';
import { pictureOf } from './picture.js';
import { call, describeCall, put, read, register, type RegisterHistory } from './testing/register.js';

function picture(history: RegisterHistory) {
  return pictureOf(history, checkLinearizability(history, register), { describe: describeCall });
}

test('has the calls by invocation, with their columns and positions', () => {
  const history = [
    read(1, 'a', 50_000, 50_001),
    call(0, put('a'), 0, 3),
    call(2, put('b'), 2, 7),
    call(3, put('c'), 50_001),
  ];
  expect(picture(history)).toEqual({
    columnCount: 2,
    sentence: undefined,
    calls: [
      { lane: 0, label: 'put a', firstColumn: 0, lastColumn: 0, isImpossible: false, place: 2 },
      { lane: 2, label: 'put b', firstColumn: 0, lastColumn: 0, isImpossible: false, place: 1 },
      { lane: 1, label: 'get -> a', firstColumn: 1, lastColumn: 1, isImpossible: false, place: 3 },
      {
        lane: 3,
        label: 'put c, never answered',
        firstColumn: 1,
        lastColumn: undefined,
        isImpossible: false,
        place: undefined,
      },
    ],
  });
});

test('marks the impossible call, and can be saved as JSON', () => {
  const drawn = picture([call(0, put('a'), 0, 1), read(1, 'z', 2, 3)]);
  expect(drawn.calls.map(({ isImpossible }) => isImpossible)).toEqual([false, true]);
  expect(JSON.parse(JSON.stringify(drawn))).toMatchObject({ columnCount: 2 });
});

test('shows that calls overlap exactly when they did', () => {
  const interval = fc.tuple(fc.nat(20), fc.nat(6));
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 8 }), (intervals) => {
      const history = intervals.map(([start, length], lane) => call(lane, put(`v${lane}`), start, start + length));
      const { calls } = picture(history);
      for (const left of calls) {
        for (const right of calls) {
          const [leftCall, rightCall] = [left, right].map(({ lane }) => history[lane]);
          const isBefore = (leftCall?.returned?.at ?? Infinity) < (rightCall?.invokedAt ?? 0);
          expect((left.lastColumn ?? Infinity) < right.firstColumn).toBe(isBefore);
        }
      }
    }),
  );
});
