// Searches for an order of calls that the specification allows: the depth-first search of Wing and Gong (1993), with Lowe's
// cache of the visited sets of placed calls and states (2017).
//
// Four rules reduce the search. Each omits only orders from which another can be derived, so none changes the verdict.
//
// 1. A call that observes is placed as soon as it may be and is possible. It leaves the state as it is, so in any order
//    that places it later it can be moved here.
// 2. An open call is placed only where a call that observes follows at once and needs it: otherwise what it did is
//    overwritten unseen, and it can be left out.
//    Of open calls that lead to one and the same state from any, the earliest stands for all.
// 3. Of two searches with the same calls placed and the same state, the one with fewer open calls used finds every order
//    that the other does.
// 4. See `passing-writes.ts`: writes that no call can observe once the next one is placed are placed before it together.

import { isBlocked, limitOf, place, takeBack } from './frontier.js';
import type { SearchCall } from './search-call.js';
import { addMove, addMoves, openFrame, passingWrites, start } from './search-moves.js';
import { createSearch, type Frame, type Search } from './search-state.js';
import type { Specification } from './specification.js';
import type { SearchOptions, Verdict } from './verdict.js';

export function searchOrder<State, Input, Output>(
  calls: readonly SearchCall<Input, Output>[],
  specification: Specification<State, Input, Output>,
  { budget }: SearchOptions,
): Verdict {
  const numbered = numberCalls(calls);
  const search = createSearch(numbered, specification);
  const toIndexes = (order: readonly number[]): readonly number[] => order.map((call) => numbered[call]?.index ?? -1);
  openFrame(search);
  for (const state of search.transitions.initial) addMove(search.moves, start, state);
  for (;;) {
    if (search.steps > budget) return { kind: 'undecided', reason: `the search took more than ${budget} steps` };
    if (!makeNextMove(search)) break;
    if (search.frontier.first === search.frontier.count) return { kind: 'explained', order: toIndexes(search.order) };
    if (!wasSeen(search)) addMoves(search);
  }
  const { best } = search;
  return {
    kind: 'unexplained',
    impossible: numbered[best.first]?.index ?? -1,
    longest: toIndexes(best.order.slice(0, best.length)),
  };
}

/** By return; calls that returned together, and open ones, by invocation. */
function numberCalls<Input, Output>(calls: readonly SearchCall<Input, Output>[]): readonly SearchCall<Input, Output>[] {
  return [...calls].sort((left, right) =>
    left.returnedAt === right.returnedAt ? left.invokedAt - right.invokedAt : left.returnedAt - right.returnedAt,
  );
}

/** Backtracks to the last choice with a remaining move, and makes it. False if there is none. */
function makeNextMove(search: Search): boolean {
  const { moves } = search;
  for (;;) {
    const frame = moves.frames.at(-1);
    if (frame === undefined) return false;
    turnBack(search, frame);
    if (frame.nextMove < moves.call.length) {
      const call = moves.call[frame.nextMove] ?? start;
      const state = moves.state[frame.nextMove] ?? 0;
      frame.nextMove += 1;
      makeMove(search, call, state);
      return true;
    }
    moves.frames.pop();
    moves.call.length = frame.firstMove;
    moves.state.length = frame.firstMove;
  }
}

function turnBack(search: Search, { orderLength, state, openSet }: Frame): void {
  const { order, best, frontier } = search;
  if (!best.isCopied) {
    for (let at = best.sharedLength; at < best.length; at += 1) best.order[at] = order[at] ?? -1;
    best.sharedLength = best.length;
    best.isCopied = true;
  }
  best.sharedLength = Math.min(best.sharedLength, orderLength);
  while (order.length > orderLength) {
    const call = order.pop() ?? 0;
    if (call < frontier.count) takeBack(frontier, call);
  }
  search.state = state;
  search.openSet = openSet;
}

function makeMove(search: Search, call: number, state: number): void {
  const { frontier, transitions, openSets } = search;
  search.steps += 1;
  if (call === passingWrites) {
    placePassingWrites(search, -1);
  } else if (call === start) {
    search.state = state;
  } else {
    if (transitions.effects[call] === 'overwrites') placePassingWrites(search, call);
    search.order.push(call);
    if (call < frontier.count) place(frontier, call);
    else search.openSet = openSets.with(search.openSet, call - frontier.count);
    search.state = state;
  }
  placeObservers(search);
}

/** Rule 4. */
function placePassingWrites(search: Search, except: number): void {
  const { frontier, passing } = search;
  let call = frontier.next[frontier.count] ?? 0;
  while (call !== frontier.count && (frontier.invokedAt[call] ?? 0) <= limitOf(frontier)) {
    search.steps += 1;
    if (call === except || isBlocked(frontier, call) || !passing.isPassing(call)) {
      call = frontier.next[call] ?? 0;
      continue;
    }
    search.state = passing.stateAfter(call);
    search.order.push(call);
    place(frontier, call);
    placeObservers(search);
    call = frontier.next[frontier.count] ?? 0;
  }
}

/** Rule 1. */
function placeObservers(search: Search): void {
  const { frontier, transitions, state } = search;
  let call = frontier.next[frontier.count] ?? 0;
  while (call !== frontier.count && (frontier.invokedAt[call] ?? 0) <= limitOf(frontier)) {
    search.steps += 1;
    const after = frontier.next[call] ?? 0;
    if (transitions.effects[call] === 'observes' && !isBlocked(frontier, call) && transitions.isPossible(call, state)) {
      search.order.push(call);
      place(frontier, call);
      // In a lane that waits, the next call may have been passed over already.
      call = frontier.hasOrder ? (frontier.next[frontier.count] ?? 0) : after;
    } else {
      call = after;
    }
  }
}

/** Rule 3, and the record of the furthest state. */
function wasSeen(search: Search): boolean {
  const { frontier, seen, seenKey, seenOpenSets, openSets, openSet, best, order } = search;
  if (frontier.first > best.first || (frontier.first === best.first && order.length > best.length)) {
    best.first = frontier.first;
    best.length = order.length;
    best.isCopied = false;
  }
  seenKey[0] = frontier.first;
  seenKey[1] = search.state;
  seenKey.set(frontier.mask, 2);
  const known = seen.get(seenKey);
  if (known === -1) {
    // The size of the cache is part of the budget.
    search.steps += seenKey.length;
    seen.set(seenKey, seenOpenSets.length);
    seenOpenSets.push([openSet]);
    return false;
  }
  const sets = seenOpenSets[known] ?? [];
  search.steps += sets.length;
  if (sets.some((set) => openSets.isWithin(set, openSet))) return true;
  sets.push(openSet);
  return false;
}
