// Takes the checks of a run through its phases, until the budget ends or the run is interrupted.

import type { Protocol } from '../api/protocol.js';
import type { Phase } from '../run/cases/phases.js';
import { levelOf, type Check } from '../run/cases/check.js';
import type { Concluded } from '../run/cases/attribution.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { beginCheck, type CheckPlan, type CheckResult, type CheckRun } from '../run/cases/run-check.js';
import { runPhases } from '../run/cases/run-phases.js';
import type { RunConfig } from '../run/session/run-config.js';
import type { CaseSaver } from './case-saver.js';
import type { EarlierCases } from './earlier-cases.js';
import type { Progress } from './progress.js';
import type { RunLog } from './run-log.js';
import { measureShare } from './share-done.js';

export interface Schedule {
  readonly config: RunConfig;
  readonly context: CaseContext;
  readonly signal: AbortSignal;
  /** False if it is enough to know what fails. */
  readonly shrinks?: boolean | undefined;
  /** The protocols over which calls are spread: JSON unless stated. */
  readonly protocols?: readonly Protocol[] | undefined;
  readonly earlier: EarlierCases;
  readonly saver: CaseSaver;
  readonly runLog: RunLog;
  /** Called whenever a check has its turn. */
  readonly onProgress: (progress: Progress) => void;
  /** Called once for each check, after its last case. */
  readonly onOver: (check: Check, result: CheckResult) => void;
  /** Called instead for a fault of the suite. */
  readonly onFault: (check: Check, fault: unknown) => void;
}

/** Begins all checks before it returns; resolves with their results when the last is over. */
export function scheduleChecks(checks: readonly Check[], schedule: Schedule): Promise<readonly Concluded[]> {
  const { config, context, signal, runLog, onOver, onFault } = schedule;
  const runs = checks.map((check) => beginCheck(context, check, planOf(check, schedule), runLog.caseRun));
  const concluded: Concluded[] = [];
  const phases = runPhases(runs, {
    ...config.budget,
    isSpent: () => signal.aborted || context.caller.isSpent(),
    firstRound: config.resumption?.round,
    onRoundOver: (round) => runLog.roundOver(runs, round),
    onTurn: turnListener(runs, schedule),
    onOver(run) {
      const result = run.conclude();
      onOver(run.check, result);
      concluded.push({ check: run.check, result });
    },
    onFault,
  });
  return phases.then(() => concluded);
}

function planOf(check: Check, { config, protocols, earlier, saver, runLog, shrinks }: Schedule): CheckPlan {
  const { selection, baseline, resumption } = config;
  return {
    seed: selection.seed,
    casesPerInputClass: selection.runs,
    protocols,
    isFrugal: config.live !== undefined,
    saved: earlier.casesOf(check),
    known: baseline?.entries.filter((entry) => entry.check === check.id),
    shrinks,
    records: resumption?.inputClasses[check.id],
    onTurnOver: (progress, phase) => runLog.turnOver(check, progress, phase),
    onFailure: (found) => {
      if (levelOf(check) !== 'note') saver.saveEarly(check, found);
    },
  };
}

/** Tells how far the run has come. */
function turnListener(
  runs: readonly CheckRun[],
  { config, context: { caller, clock }, onProgress }: Schedule,
): (check: Check, phase: Phase) => void {
  const share = measureShare(runs, config.budget);
  const startedMs = clock.nowMs();
  return ({ id: check }, phase) => {
    const failures = runs.reduce((sum, run) => sum + run.failureCount(), 0);
    const calls = caller.callCount();
    onProgress({ phase, check, calls, failures, share: share.takeTurn(calls, clock.nowMs() - startedMs) });
  };
}
