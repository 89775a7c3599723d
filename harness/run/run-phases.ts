// Takes every check of a run through the phases: all of them through one before any goes on to the next.

import type { Check } from './check.js';
import { fixedPhases, type Phase } from './phases.js';
import type { CheckRun } from './run-check.js';

export interface PhasesOptions {
  /** How many calls are under way at a time. */
  readonly concurrency: number;
  /** Whether phase `random` goes on until the budget ends, or is left out. */
  readonly untilBudgetEnds: boolean;
  /** Whether the budget has ended, or the run with it. */
  readonly isSpent: () => boolean;
  /** The first round of phase `random`; 0 where the run is a new one. */
  readonly firstRound?: number | undefined;
  /** Called when a round of phase `random` is finished, unless the budget ended in it. */
  readonly onRoundOver?: ((round: number) => void) | undefined;
  readonly onTurn: (check: Check, phase: Phase) => void;
  /** Called once for each check, as soon as nothing more will be run for it. */
  readonly onOver: (run: CheckRun) => void;
  /** Called instead where running the check threw: a fault of the suite, which ends this check alone. */
  readonly onFault: (check: Check, fault: unknown) => void;
}

export async function runPhases(runs: readonly CheckRun[], options: PhasesOptions): Promise<void> {
  const active = new Set(runs);
  for (const phase of fixedPhases) await runRound(active, phase, 0, options);
  const { isSpent } = options;
  for (let round = options.firstRound ?? 0; options.untilBudgetEnds && active.size > 0 && !isSpent(); round += 1) {
    await runRound(active, 'random', round, options);
    if (!isSpent()) options.onRoundOver?.(round);
  }
  for (const run of active) options.onOver(run);
}

/** Every turn of every check in one phase; takes out of `active` the checks that are over with it. */
async function runRound(
  active: Set<CheckRun>,
  phase: Phase,
  round: number,
  { concurrency, untilBudgetEnds, onTurn, onOver, onFault }: PhasesOptions,
): Promise<void> {
  const turns = [...active]
    .flatMap((run) => run.turnsOf(phase, round).map((take) => ({ run, take })))
    .sort((one, other) => other.take.longestCaseCalls - one.take.longestCaseCalls);
  const left = new Map<CheckRun, number>();
  for (const { run } of turns) left.set(run, (left.get(run) ?? 0) + 1);
  await eachOf(turns, turnsAtATime(phase, concurrency), async ({ run, take }) => {
    if (!active.has(run)) return;
    try {
      onTurn(run.check, phase);
      await take();
    } catch (fault) {
      active.delete(run);
      onFault(run.check, fault);
      return;
    }
    const turnsLeft = (left.get(run) ?? 0) - 1;
    left.set(run, turnsLeft);
    const goesOn = untilBudgetEnds || run.hasCasesAfter(phase);
    if (turnsLeft > 0 || (goesOn && !run.isSettled())) return;
    active.delete(run);
    onOver(run);
  });
}

/**
 * Twice as many classes of input as calls: while one is generated or judged, or waits for something to settle, another
 * has a call to make. Calls that are to overlap leave at the same time only where few others do. One at a time makes the
 * same seed the same run.
 */
function turnsAtATime(phase: Phase, concurrency: number): number {
  return concurrency === 1 || phase === 'waves' ? concurrency : 2 * concurrency;
}

/** Works on all items, so many at a time, beginning them in order. */
async function eachOf<Item>(items: readonly Item[], limit: number, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, () => worker()));
}
