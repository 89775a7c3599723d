// Takes every check through the phases of a run on two targets at once, and finds the shortest program on which they differ.

import type { Capability } from '../api/target.js';
import { comparingContext } from '../run/cases/compare-case.js';
import type { Check } from '../run/cases/check.js';
import type { Progress } from './progress.js';
import { beginCheck, type CheckResult, type CheckRun } from '../run/cases/run-check.js';
import { runCase } from '../run/cases/run-case.js';
import type { CaseRun } from '../run/cases/case-run.js';
import { runPhases } from '../run/cases/run-phases.js';
import type { FailureFound } from '../run/cases/input-class-progress.js';
import type { Probe } from '../run/session/session.js';
import type { CaseSession } from '../run/cases/case-session.js';
import { measureShare } from './share-done.js';
import { isReasonToStop } from '../run/session/reason-to-stop.js';

export interface TargetPair {
  readonly left: CaseSession;
  readonly right: CaseSession;
  /** What each can do. */
  readonly probes: { readonly left: Probe; readonly right: Probe };
}

export interface ComparisonPlan {
  readonly seed: number;
  readonly casesPerInputClass: number;
  readonly concurrency: number;
  readonly untilBudgetEnds: boolean;
  readonly maxTimeMs?: number | undefined;
  readonly isInterrupted: () => boolean;
  readonly onTurn: (progress: Progress) => void;
}

/** What came of one check. */
export interface CheckComparison {
  readonly check: Check;
  /** Why it was not compared; absent if it was. */
  readonly skipped?: string | undefined;
  readonly result?: CheckResult | undefined;
}

/** A difference, with what the oracle says about either side; undefined if it could not be asked any more. */
export interface JudgedDifference {
  readonly found: FailureFound;
  readonly left: CaseRun | undefined;
  readonly right: CaseRun | undefined;
}

/** Rejects for a fault of the suite. */
export async function compareTargets(
  pair: TargetPair,
  checks: readonly Check[],
  plan: ComparisonPlan,
): Promise<readonly CheckComparison[]> {
  const { left, right } = pair;
  const context = comparingContext(left, right);
  const comparisons = new Map<string, CheckComparison>();
  const runs: CheckRun[] = [];
  for (const check of checks) {
    const skipped = reasonToSkip(check, pair);
    if (skipped !== undefined) comparisons.set(check.id, { check, skipped });
    // Every difference counts, whatever the evidence says about the right answer.
    else runs.push(beginCheck(context, { ...check, level: 'must' }, plan, () => {}));
  }
  const faults: unknown[] = [];
  const share = measureShare(runs, plan);
  const startedMs = left.clock.nowMs();
  await runPhases(runs, {
    ...plan,
    isSpent: () => plan.isInterrupted() || left.caller.isSpent() || right.caller.isSpent(),
    onTurn: ({ id: check }, phase) => {
      const calls = left.caller.callCount() + right.caller.callCount();
      const failures = runs.reduce((sum, run) => sum + run.failureCount(), 0);
      plan.onTurn({ phase, check, calls, failures, share: share.takeTurn(calls, left.clock.nowMs() - startedMs) });
    },
    onOver: (run) => comparisons.set(run.check.id, { check: run.check, result: run.conclude() }),
    onFault: (_check, fault) => faults.push(fault),
  });
  if (faults.length > 0) throw faults[0];
  return checks.map((check) => comparisons.get(check.id) ?? { check, skipped: 'it was not reached' });
}

/** Runs a differing program once more on each side, judged as a run judges it. */
export async function judgeDifference({ left, right }: TargetPair, found: FailureFound): Promise<JudgedDifference> {
  const judge = async (session: CaseSession): Promise<CaseRun | undefined> => {
    try {
      return await runCase(session, found.failing);
    } catch (error) {
      if (!isReasonToStop(error)) throw error;
      return undefined;
    }
  };
  return { found, left: await judge(left), right: await judge(right) };
}

function reasonToSkip({ id, needs = [] }: Check, { probes }: TargetPair): string | undefined {
  if (id.startsWith('access/')) return 'each target has principals of its own';
  if (needs.includes('concurrency')) return 'in which order overlapping calls take effect is up to each target';
  for (const side of ['left', 'right'] as const) {
    const missing = needs.find((capability: Capability) => !probes[side].capabilities[capability].available);
    if (missing !== undefined)
      return `the ${side} target lacks ${missing}: ${probes[side].capabilities[missing].reason}`;
  }
  return undefined;
}
