// Takes every check of a run through the phases: all of them through one before any goes on to the next.

import type { Check } from './check.js';
import { fixedPhases, type Phase } from './phases.js';
import type { CheckRun } from './run-check.js';

export interface PhasesOptions {
  /** How many checks are run at a time. */
  readonly concurrency: number;
  /** Whether phase `random` goes on until the budget ends, or is left out. */
  readonly untilBudgetEnds: boolean;
  /** Whether the budget has ended, or the run with it. */
  readonly isSpent: () => boolean;
  readonly onTurn: (check: Check, phase: Phase) => void;
  /** Called once for each check, as soon as nothing more will be run for it. */
  readonly onOver: (run: CheckRun) => void;
  /** Called instead where running the check threw: a fault of the suite, which ends this check alone. */
  readonly onFault: (check: Check, fault: unknown) => void;
}

export async function runPhases(runs: readonly CheckRun[], options: PhasesOptions): Promise<void> {
  const active = new Set(runs);
  const leave = (run: CheckRun): void => {
    active.delete(run);
    options.onOver(run);
  };
  const takeTurn = async (run: CheckRun, phase: Phase, round: number): Promise<void> => {
    try {
      options.onTurn(run.check, phase);
      await run.advance(phase, round);
      const goesOn = options.untilBudgetEnds || run.hasCasesAfter(phase);
      if (run.isSettled() || !goesOn) leave(run);
    } catch (fault) {
      active.delete(run);
      options.onFault(run.check, fault);
    }
  };
  for (const phase of fixedPhases) {
    await eachOf([...active], options.concurrency, (run) => takeTurn(run, phase, 0));
  }
  for (let round = 0; options.untilBudgetEnds && active.size > 0 && !options.isSpent(); round += 1) {
    await eachOf([...active], options.concurrency, (run) => takeTurn(run, 'random', round));
  }
  for (const run of active) leave(run);
}

/** Works on all items, so many at a time, beginning them in order. */
async function eachOf<Item>(items: readonly Item[], limit: number, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, () => worker()));
}
