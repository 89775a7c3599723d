// Histories by name that every checker has to judge correctly.

import { call, put, read, remove, type RegisterHistory } from './register.js';
import type { ViolationKind } from '../explanation.js';

export interface TextbookHistory {
  readonly name: string;
  readonly history: RegisterHistory;
  /** The position of the call that no order explains; absent if the history is linearizable. */
  readonly impossible?: number;
  readonly kind?: ViolationKind;
}

export const textbookHistories: readonly TextbookHistory[] = [
  { name: 'nothing at all', history: [] },
  {
    name: 'a read of a value never written',
    history: [call(0, put('a'), 0, 1), read(1, 'z', 2, 3)],
    impossible: 1,
    kind: 'never written',
  },
  {
    name: 'a torn read',
    history: [call(0, put('aa'), 0, 1), call(1, put('bb'), 0, 1), read(2, 'ab', 2, 3)],
    impossible: 2,
    kind: 'torn',
  },
  {
    name: 'a read before the write began',
    history: [read(0, 'a', 0, 1), call(1, put('a'), 2, 3)],
    impossible: 0,
    kind: 'too early',
  },
  { name: 'a read of the first state', history: [read(0, undefined, 0, 1)] },
  {
    name: 'a stale read',
    history: [call(0, put('a'), 0, 1), call(0, put('b'), 2, 3), read(1, 'a', 4, 5), read(1, 'b', 6, 7)],
    impossible: 2,
    kind: 'stale',
  },
  {
    name: 'a lost update',
    history: [call(0, put('a'), 0, 1), call(1, put('b'), 2, 3), read(2, 'a', 4, 5)],
    impossible: 2,
    kind: 'lost',
  },
  {
    name: 'a lost first put',
    history: [call(0, put('a'), 0, 1), read(0, undefined, 2, 3)],
    impossible: 1,
    kind: 'lost',
  },
  {
    name: 'a delete undone',
    history: [call(0, put('a'), 0, 1), call(0, remove, 2, 3), read(1, 'a', 4, 5)],
    impossible: 2,
    kind: 'resurrected',
  },
  {
    name: 'a delete whose effect was seen, undone while it is still under way',
    history: [call(0, put('a'), 0, 1), call(1, remove, 2, 20), read(2, undefined, 4, 5), read(2, 'a', 6, 7)],
    impossible: 3,
    kind: 'resurrected',
  },
  {
    name: 'two readers who see a write in the wrong order',
    history: [call(0, put('a'), 0, 1), call(0, put('b'), 2, 20), read(1, 'b', 3, 4), read(2, 'a', 5, 6)],
    impossible: 3,
    kind: 'went backwards',
  },
  {
    name: 'two readers at once, who may see a write in either order',
    history: [call(0, put('a'), 0, 1), call(0, put('b'), 2, 20), read(1, 'b', 3, 6), read(2, 'a', 4, 7)],
  },
  {
    name: 'two writes at once, read in both orders',
    history: [call(0, put('a'), 0, 3), call(1, put('b'), 0, 3), read(2, 'a', 4, 5), read(3, 'b', 6, 7)],
    impossible: 3,
    kind: 'no order',
  },
  {
    name: 'a write skew of two lanes, which each miss the write of the other',
    history: [call(0, put('a'), 0, 1), read(0, 'a', 4, 5), call(1, put('b'), 0, 1), read(1, 'b', 4, 5)],
    impossible: 3,
    kind: 'no order',
  },
  {
    name: 'a refused write that took effect',
    history: [call(0, put('a'), 0, 1, { kind: 'refused' }), read(1, 'a', 2, 3)],
    impossible: 1,
    kind: 'refused but applied',
  },
  {
    name: 'a refused write that had none',
    history: [call(0, put('a'), 0, 1, { kind: 'refused' }), read(1, undefined, 2, 3)],
  },
  {
    name: 'an open write that is seen later',
    history: [call(0, put('a'), 0), read(1, undefined, 10, 11), read(1, 'a', 90, 91)],
  },
  {
    name: 'an open write that is never seen',
    history: [call(0, put('a'), 0), read(1, undefined, 10, 11), read(1, undefined, 90, 91)],
  },
  {
    name: 'an open write that takes effect twice',
    history: [call(0, put('a'), 0), read(1, 'a', 2, 3), call(1, remove, 4, 5), read(1, 'a', 6, 7)],
    impossible: 3,
    kind: 'resurrected',
  },
  {
    name: 'an open write seen before it began',
    history: [read(1, 'a', 0, 1), call(0, put('a'), 2)],
    impossible: 0,
    kind: 'too early',
  },
  { name: 'an open read', history: [call(0, put('a'), 0, 1), call(1, { kind: 'get' }, 2)] },
  {
    name: 'an open delete that explains an absence',
    history: [call(0, put('a'), 0, 1), call(1, remove, 0), read(2, undefined, 50, 51)],
  },
  {
    name: 'a read that begins when a write ends, and misses it',
    history: [call(0, put('a'), 0, 5), read(1, undefined, 5, 6)],
  },
  {
    name: 'a read that begins after a write ended, and misses it',
    history: [call(0, put('a'), 0, 5), read(1, undefined, 5.001, 6)],
    impossible: 1,
    kind: 'lost',
  },
  {
    name: 'a lane that begins a read when its own write ends, and misses it',
    history: [call(0, put('a'), 0, 5), read(0, undefined, 5, 6)],
    impossible: 1,
  },
  {
    name: 'three calls of no length at one moment',
    history: [call(0, put('a'), 5, 5), read(1, undefined, 5, 5), read(2, 'a', 5, 5)],
  },
  {
    name: 'a chain of calls that touch',
    history: [call(0, put('a'), 0, 1), call(1, put('b'), 1, 2), read(2, 'a', 2, 3)],
  },
  {
    name: 'a write that returns before its effect',
    history: [call(0, put('a'), 0, 1), read(1, undefined, 2, 3), read(1, 'a', 4, 5)],
    impossible: 1,
    kind: 'stale',
  },
  {
    name: 'an appended value that went missing',
    history: [
      call(0, { kind: 'add', value: 'a' }, 0, 1),
      call(1, { kind: 'add', value: 'b' }, 0, 1),
      read(2, 'b', 2, 3),
    ],
    impossible: 2,
  },
  {
    name: 'appended values in either order',
    history: [
      call(0, { kind: 'add', value: 'a' }, 0, 1),
      call(1, { kind: 'add', value: 'b' }, 0, 1),
      read(2, 'ba', 2, 3),
    ],
  },
];
