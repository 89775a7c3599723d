// Runs the phases of all checks: all checks complete a phase before the next one begins, except for input classes that
// mostly wait, which begin one phase early.

import type { Check } from './check.js';
import { fixedPhases, type Phase } from './phases.js';
import type { CheckRun, Turn } from './run-check.js';

export interface PhasesOptions {
  /** How many calls are in progress at a time. */
  readonly concurrency: number;
  /** Whether phase `random` runs until the budget ends, or is left out. */
  readonly untilBudgetEnds: boolean;
  /** Whether the budget has ended, or the run itself. */
  readonly isSpent: () => boolean;
  /** The first round of phase `random`; 0 in a new run. */
  readonly firstRound?: number | undefined;
  /** Called when a round of phase `random` is finished, unless the budget ended in it. */
  readonly onRoundOver?: ((round: number) => void) | undefined;
  readonly onTurn: (check: Check, phase: Phase) => void;
  /** Called once for each check, after its last case. */
  readonly onOver: (run: CheckRun) => void;
  /** Called instead if running the check threw: a fault of the suite, which ends this check only. */
  readonly onFault: (check: Check, fault: unknown) => void;
}

export async function runPhases(runs: readonly CheckRun[], options: PhasesOptions): Promise<void> {
  const active = new Set(runs);
  const rounds = createRounds(active, options);
  let next = rounds.begin(fixedPhases[0] ?? 'random', 0);
  for (const later of fixedPhases.slice(1)) {
    const round = next;
    next = rounds.begin(later, 0);
    await round.finish();
  }
  await next.finish();
  const { isSpent } = options;
  for (let round = options.firstRound ?? 0; options.untilBudgetEnds && active.size > 0 && !isSpent(); round += 1) {
    await rounds.begin('random', round).finish();
    if (!isSpent()) options.onRoundOver?.(round);
  }
  for (const run of active) options.onOver(run);
}

/** All tasks of every check in one phase. Those that mostly wait start as soon as there is a round. */
interface Round {
  /** Runs the other tasks, and resolves when all have ended. */
  finish(): Promise<void>;
}

/** Removes from `active` the checks that have ended. */
function createRounds(
  active: Set<CheckRun>,
  { concurrency, untilBudgetEnds, onTurn, onOver, onFault }: PhasesOptions,
): { begin(phase: Phase, round: number): Round } {
  const turnsLeft = new Map<CheckRun, number>();
  const countTurn = (run: CheckRun, turns: 1 | -1): number => {
    const left = (turnsLeft.get(run) ?? 0) + turns;
    turnsLeft.set(run, left);
    return left;
  };

  async function takeTurn(phase: Phase, { run, take }: TurnOfCheck): Promise<void> {
    if (!active.has(run)) return;
    try {
      onTurn(run.check, phase);
      await take();
    } catch (fault) {
      active.delete(run);
      onFault(run.check, fault);
      return;
    }
    const goesOn = untilBudgetEnds || run.hasCasesAfter(phase);
    if (countTurn(run, -1) > 0 || (goesOn && !run.isSettled())) return;
    active.delete(run);
    onOver(run);
  }

  return {
    begin(phase, round) {
      const turns = [...active]
        .flatMap((run) => run.turnsOf(phase, round).map((take) => ({ run, take })))
        .sort((one, other) => other.take.longestCaseCalls - one.take.longestCaseCalls);
      for (const { run } of turns) countTurn(run, 1);
      // One call at a time makes the same seed repeat the same run: then nothing begins early.
      const [waiting, others] = concurrency === 1 ? [[], turns] : partition(turns, ({ take }) => take.waits);
      const waited = Promise.all(waiting.map((turn) => takeTurn(phase, turn)));
      return {
        async finish() {
          await eachOf(others, turnsAtATime(phase, concurrency), (turn) => takeTurn(phase, turn));
          await waited;
        },
      };
    },
  };
}

interface TurnOfCheck {
  readonly run: CheckRun;
  readonly take: Turn;
}

/**
 * Twice as many input classes as calls: while one generates, judges, or waits for something to settle, another
 * has a call to make. Overlapping calls only start at the same time if few others do. One at a time makes the
 * same seed repeat the same run.
 */
function turnsAtATime(phase: Phase, concurrency: number): number {
  return concurrency === 1 || phase === 'waves' ? concurrency : 2 * concurrency;
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter((item) => isFirst(item)), items.filter((item) => !isFirst(item))];
}

/** Processes all items, so many at a time, starting them in order. */
async function eachOf<Item>(items: readonly Item[], limit: number, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, () => worker()));
}
