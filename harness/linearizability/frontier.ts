// Which calls may come next: the set of calls placed so far, encoded in a few words.
//
// Calls are numbered by return. Let `first` be the first that is not placed. All before it are placed; of those after it,
// only calls that were pending when `first` returned can be, because any other was invoked after that return. So the set
// is `first` and one bit for each call pending at that moment. The bits are those of chains: calls that follow one
// another in time share a chain, and as many chains suffice as calls were ever pending at once.

import type { SearchCall } from './search-call.js';

export interface Frontier {
  /** How many calls must be placed; their numbers are 0 to `count - 1`. */
  readonly count: number;
  readonly invokedAt: Float64Array;
  readonly returnedAt: Float64Array;
  /** The call that must be placed before, or -1. */
  readonly after: Int32Array;
  /** Whether a call must wait for another regardless of times. */
  readonly hasOrder: boolean;
  readonly isPlaced: Uint8Array;
  /** Links the calls that are not placed, by invocation. The entry `count` is both ends. */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly chains: Int32Array;
  /** One bit a chain: its call that was pending when `first` returned is placed. */
  readonly mask: Int32Array;
  first: number;
}

/** `calls` are sorted by return. `after` holds numbers of calls, or -1. */
export function createFrontier(calls: readonly SearchCall<unknown, unknown>[], after: Int32Array): Frontier {
  const count = calls.length;
  const invokedAt = new Float64Array(count);
  const returnedAt = new Float64Array(count);
  calls.forEach((call, number) => {
    invokedAt[number] = call.invokedAt;
    returnedAt[number] = call.returnedAt;
  });
  const byInvocation = calls
    .map((_, number) => number)
    .sort((left, right) => (invokedAt[left] ?? 0) - (invokedAt[right] ?? 0) || left - right);
  const next = new Int32Array(count + 1);
  const previous = new Int32Array(count + 1);
  let last = count;
  for (const call of byInvocation) {
    next[last] = call;
    previous[call] = last;
    last = call;
  }
  next[last] = count;
  previous[count] = last;
  const { chains, chainCount } = chainsOf(byInvocation, invokedAt, returnedAt);
  return {
    count,
    invokedAt,
    returnedAt,
    after,
    hasOrder: after.some((call) => call >= 0),
    isPlaced: new Uint8Array(count),
    next,
    previous,
    chains,
    mask: new Int32Array(Math.max(1, Math.ceil(chainCount / 32))),
    first: 0,
  };
}

/** The earliest return of a call not placed yet: only calls invoked until then may be placed. */
export function limitOf(frontier: Frontier): number {
  return frontier.first < frontier.count ? (frontier.returnedAt[frontier.first] ?? Infinity) : Infinity;
}

/** Whether a call that must come before this one is still missing. */
export function isBlocked(frontier: Frontier, call: number): boolean {
  const before = frontier.after[call] ?? -1;
  return before >= 0 && frontier.isPlaced[before] === 0;
}

export function place(frontier: Frontier, call: number): void {
  const { next, previous, isPlaced, count } = frontier;
  isPlaced[call] = 1;
  const [left, right] = [previous[call] ?? 0, next[call] ?? 0];
  next[left] = right;
  previous[right] = left;
  if (call !== frontier.first) {
    flip(frontier, call);
    return;
  }
  frontier.first += 1;
  while (frontier.first < count && isPlaced[frontier.first] === 1) {
    flip(frontier, frontier.first);
    frontier.first += 1;
  }
}

/** Undoes `place`, in reverse order. */
export function takeBack(frontier: Frontier, call: number): void {
  const { next, previous, isPlaced } = frontier;
  if (call < frontier.first) {
    while (frontier.first > call + 1) {
      frontier.first -= 1;
      flip(frontier, frontier.first);
    }
    frontier.first = call;
  } else {
    flip(frontier, call);
  }
  isPlaced[call] = 0;
  next[previous[call] ?? 0] = call;
  previous[next[call] ?? 0] = call;
}

function flip({ mask, chains }: Frontier, call: number): void {
  const chain = chains[call] ?? 0;
  mask[chain >>> 5] = (mask[chain >>> 5] ?? 0) ^ (1 << (chain & 31));
}

/** A chain is free when its call has returned before, not at, the next invocation, because intervals are closed. */
function chainsOf(
  byInvocation: readonly number[],
  invokedAt: Float64Array,
  returnedAt: Float64Array,
): { readonly chains: Int32Array; readonly chainCount: number } {
  const chains = new Int32Array(byInvocation.length);
  const free: number[] = [];
  let chainCount = 0;
  let returned = 0;
  for (const call of byInvocation) {
    while ((returnedAt[returned] ?? Infinity) < (invokedAt[call] ?? 0)) {
      free.push(chains[returned] ?? 0);
      returned += 1;
    }
    const chain = free.pop();
    chains[call] = chain ?? chainCount;
    if (chain === undefined) chainCount += 1;
  }
  return { chains, chainCount };
}
