// How much of a run is done, as a share of 1: what a person is told while it goes on.

import { turnsInOrder, type CheckRun } from '../run/cases/run-check.js';
import type { Budget } from '../run/session/run-config.js';

export interface ShareDone {
  /** Called when an input class has its turn. Returns the share, from 0 to 1. */
  takeTurn(calls: number, elapsedMs: number): number;
}

/** A run that goes on until its budget ends is measured by that, any other by its turns. */
export function measureShare(runs: readonly CheckRun[], { untilBudgetEnds, maxCalls, maxTimeMs }: Budget): ShareDone {
  const turns = runs.flatMap((run) => [...turnsInOrder(run)]).length;
  let taken = -1;
  return {
    takeTurn(calls, elapsedMs) {
      taken += 1;
      const ofTurns = turns === 0 ? 0 : taken / turns;
      const ofBudget = Math.max(calls / (maxCalls ?? Infinity), elapsedMs / (maxTimeMs ?? Infinity));
      return Math.min(1, untilBudgetEnds ? ofBudget : Math.max(ofTurns, ofBudget));
    },
  };
}
