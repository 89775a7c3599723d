// The next possible moves of a search: each places one call, except for the two named here.

import { isBlocked, limitOf } from './frontier.js';
import type { Moves, Search } from './search-state.js';

/** A move that places all passing writes. */
export const passingWrites = -1;
/** A move that only chooses the first state. */
export const start = -2;

/** Begins a choice, with no move yet. */
export function openFrame({ moves, order, state, openSet }: Search): void {
  const firstMove = moves.call.length;
  moves.frames.push({ firstMove, nextMove: firstMove, orderLength: order.length, state, openSet });
}

export function addMove(moves: Moves, call: number, state: number): void {
  moves.call.push(call);
  moves.state.push(state);
}

export function addMoves(search: Search): void {
  const { frontier, transitions, passing, moves, state } = search;
  openFrame(search);
  const limit = limitOf(frontier);
  let isAnyPassing = false;
  for (
    let call = frontier.next[frontier.count] ?? 0;
    call !== frontier.count && (frontier.invokedAt[call] ?? 0) <= limit;
    call = frontier.next[call] ?? 0
  ) {
    search.steps += 1;
    if (transitions.effects[call] === 'observes' || isBlocked(frontier, call)) continue;
    if (passing.isPassing(call)) isAnyPassing = true;
    else for (const next of transitions.after(call, state)) addMove(moves, call, next);
  }
  if (isAnyPassing) addMove(moves, passingWrites, 0);
  addOpenMoves(search, limit);
}

/** Rule 2. */
function addOpenMoves(search: Search, limit: number): void {
  const { frontier, transitions, openSets, moves, state } = search;
  const tried = new Set<number>();
  for (const [position, invokedAt] of search.openInvokedAt.entries()) {
    if (invokedAt > limit) break;
    search.steps += 1;
    const before = search.openAfter[position] ?? -1;
    if (before >= 0 && frontier.isPlaced[before] === 0) continue;
    if (openSets.has(search.openSet, position)) continue;
    const call = frontier.count + position;
    const states = transitions.after(call, state);
    const hasOneState = states.length === 1 && transitions.effects[call] === 'overwrites';
    for (const next of states) {
      if (next === state || (hasOneState && tried.has(next)) || !isNeeded(search, next, limit)) continue;
      addMove(moves, call, next);
      if (hasOneState) tried.add(next);
    }
  }
}

function isNeeded({ frontier, transitions }: Search, state: number, limit: number): boolean {
  if (transitions.hasChanges) return true;
  for (
    let call = frontier.next[frontier.count] ?? 0;
    call !== frontier.count && (frontier.invokedAt[call] ?? 0) <= limit;
    call = frontier.next[call] ?? 0
  ) {
    if (transitions.effects[call] !== 'observes' || isBlocked(frontier, call)) continue;
    if (transitions.isPossible(call, state)) return true;
  }
  return false;
}
