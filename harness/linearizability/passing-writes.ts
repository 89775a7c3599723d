// Which writes may be placed in passing: directly before another write, with the calls that observe them.
//
// A write that overwrites is passing when every call that may still observe it may be placed right now. Suppose an order
// goes on with some other write w that overwrites, and places the passing write u later. Take u and the calls that observe
// it out of their places and put them here, before w. What stood between u and the next write were those calls alone; w
// leads to the same state as before. So the new order is allowed too, and the search need not try the others. Without
// this, fifty puts at once followed by one read would have 2^50 sets to look at; with it, only writes that a later call
// observes are a choice.
//
// Who can still observe u? Not a call invoked after the return of a write that was invoked after u returned: that write
// lies between them. So with bounded overlap only few calls are asked.

import { isBlocked, limitOf, type Frontier } from './frontier.js';
import type { Transitions } from './transitions.js';

export interface PassingWrites {
  isPassing(call: number): boolean;
  /** The state after a call that is passing. */
  stateAfter(call: number): number;
}

export function createPassingWrites(frontier: Frontier, transitions: Transitions): PassingWrites {
  const { invokedAt, count } = frontier;
  const byInvocation: number[] = [];
  for (let call = frontier.next[count] ?? 0; call !== count; call = frontier.next[call] ?? 0) byInvocation.push(call);
  const observers = byInvocation.filter((call) => transitions.effects[call] === 'observes');
  const endOfSight = endsOfSight(frontier, transitions, byInvocation);
  const lastObserved = new Float64Array(count).fill(NaN);

  const timeOf = (call: number | undefined): number => (call === undefined ? NaN : (invokedAt[call] ?? NaN));
  const stateAfter = (call: number): number => transitions.after(call, 0)[0] ?? -1;

  /** When the last call was invoked that may observe this one; calls invoked before this one need not be looked at. */
  function lastObservedAt(call: number): number {
    const known = lastObserved[call] ?? NaN;
    if (!Number.isNaN(known)) return known;
    const state = stateAfter(call);
    let found = -Infinity;
    let at = lengthUpTo(observers, timeOf, endOfSight(call)) - 1;
    for (; at >= 0 && timeOf(observers[at]) > (invokedAt[call] ?? 0); at -= 1) {
      if (!transitions.isPossible(observers[at] ?? 0, state)) continue;
      found = timeOf(observers[at]);
      break;
    }
    lastObserved[call] = found;
    return found;
  }

  function isAnObserverBlocked(call: number, limit: number): boolean {
    const state = stateAfter(call);
    let other = frontier.next[count] ?? 0;
    for (; other !== count && (invokedAt[other] ?? 0) <= limit; other = frontier.next[other] ?? 0) {
      if (transitions.effects[other] !== 'observes' || !isBlocked(frontier, other)) continue;
      if (transitions.isPossible(other, state)) return true;
    }
    return false;
  }

  return {
    stateAfter,
    isPassing(call) {
      // A call that changes the state is an observer in states that are not known in advance.
      if (transitions.hasChanges || transitions.effects[call] !== 'overwrites') return false;
      if (transitions.after(call, 0).length !== 1) return false;
      const limit = limitOf(frontier);
      return lastObservedAt(call) <= limit && !(frontier.hasOrder && isAnObserverBlocked(call, limit));
    },
  };
}

/** The earliest return of a write that was invoked after this one returned. */
function endsOfSight(
  { invokedAt, returnedAt }: Frontier,
  { effects }: Transitions,
  byInvocation: readonly number[],
): (call: number) => number {
  const writes = byInvocation.filter((call) => effects[call] === 'overwrites');
  const earliestReturn = new Float64Array(writes.length + 1);
  earliestReturn[writes.length] = Infinity;
  for (let at = writes.length - 1; at >= 0; at -= 1) {
    earliestReturn[at] = Math.min(earliestReturn[at + 1] ?? Infinity, returnedAt[writes[at] ?? 0] ?? Infinity);
  }
  const timeOf = (call: number | undefined): number => (call === undefined ? NaN : (invokedAt[call] ?? NaN));
  return (call) => earliestReturn[lengthUpTo(writes, timeOf, returnedAt[call] ?? Infinity)] ?? Infinity;
}

/** How many of the calls, which are sorted by time, have a time up to the limit. */
function lengthUpTo(calls: readonly number[], timeOf: (call: number | undefined) => number, limit: number): number {
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(calls[middle]) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
