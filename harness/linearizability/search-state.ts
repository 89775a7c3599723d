// The state of a search: the placed calls, the remaining moves, and the visited states.

import { createFrontier, type Frontier } from './frontier.js';
import { createOpenSets, type OpenSets } from './open-sets.js';
import { createPassingWrites, type PassingWrites } from './passing-writes.js';
import type { SearchCall } from './search-call.js';
import type { Specification } from './specification.js';
import { createTransitions, type Transitions } from './transitions.js';
import { createWordTable, type WordTable } from './word-table.js';

export interface Search {
  readonly frontier: Frontier;
  readonly transitions: Transitions;
  readonly passing: PassingWrites;
  readonly openSets: OpenSets;
  /** Invocations of the open calls, in order; their numbers follow those of the other calls. */
  readonly openInvokedAt: readonly number[];
  readonly openAfter: readonly number[];
  readonly order: number[];
  state: number;
  openSet: number;
  steps: number;
  readonly seen: WordTable;
  readonly seenKey: Int32Array;
  /** By the values of `seen`: the sets of open calls with which a place was reached. */
  readonly seenOpenSets: number[][];
  readonly moves: Moves;
  readonly best: Best;
}

/** A stack of choices, each with its remaining moves, in parallel arrays. */
export interface Moves {
  readonly call: number[];
  readonly state: number[];
  readonly frames: Frame[];
}

export interface Frame {
  readonly firstMove: number;
  nextMove: number;
  readonly orderLength: number;
  readonly state: number;
  readonly openSet: number;
}

/** The furthest state. Its order is copied only when the search backtracks from it, and only the part that differs. */
export interface Best {
  first: number;
  length: number;
  readonly order: number[];
  /** How many of its first calls are those of the order now being tried. */
  sharedLength: number;
  isCopied: boolean;
}

export function createSearch<State, Input, Output>(
  calls: readonly SearchCall<Input, Output>[],
  specification: Specification<State, Input, Output>,
): Search {
  const open = calls.filter(({ returnedAt }) => returnedAt === Infinity);
  const count = calls.length - open.length;
  const after = afterOf(calls);
  const frontier = createFrontier(calls.slice(0, count), after.subarray(0, count));
  const transitions = createTransitions(calls, specification);
  return {
    frontier,
    transitions,
    passing: createPassingWrites(frontier, transitions),
    openSets: createOpenSets(),
    openInvokedAt: open.map(({ invokedAt }) => invokedAt),
    openAfter: [...after.subarray(count)],
    order: [],
    state: 0,
    openSet: 0,
    steps: 0,
    seen: createWordTable(frontier.mask.length + 2),
    seenKey: new Int32Array(frontier.mask.length + 2),
    seenOpenSets: [],
    moves: { call: [], state: [], frames: [] },
    best: { first: -1, length: 0, order: [], sharedLength: 0, isCopied: true },
  };
}

function afterOf(calls: readonly SearchCall<unknown, unknown>[]): Int32Array {
  const after = new Int32Array(calls.length).fill(-1);
  if (calls.every((call) => call.after === undefined)) return after;
  const numbers = new Map(calls.map(({ index }, number) => [index, number]));
  calls.forEach((call, number) => {
    if (call.after !== undefined) after[number] = numbers.get(call.after) ?? -1;
  });
  return after;
}
