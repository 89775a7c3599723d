// Runs the concurrency checks against a way of handling overlapping calls that is known to conform or not.

import type { Target } from '../api/target.js';
import type { Check } from '../run/cases/check.js';
import type { Clock } from '../run/session/clock.js';
import { beginCheck } from '../run/cases/run-check.js';
import { advance } from './detect.js';
import type { RequiredConsistency } from '../run/judge/levels.js';
import type { FailureFound } from '../run/cases/input-class-progress.js';
import { createCaseSession } from '../run/cases/case-session.js';
import { defaults } from '../run/session/run-config.js';

export interface OverlapTrial {
  readonly target: Target;
  readonly clock: Clock;
  readonly seed: number;
  /** Cases for each input class. */
  readonly casesPerInputClass: number;
  /** A policy that every conforming service accepts. */
  readonly acceptedPolicy: string;
  readonly consistency: RequiredConsistency;
  readonly settleMs: number;
  readonly callTimeoutMs: number;
  /** Whether the failing schedule is shrunk. */
  readonly shrinks?: boolean | undefined;
}

export type OverlapDetection =
  | { readonly kind: 'killed'; readonly check: string; readonly calls: number; readonly failure: FailureFound }
  /** What each check that did not pass was missing. */
  | { readonly kind: 'passed'; readonly calls: number; readonly shortfalls: readonly string[] };

/** Runs the checks in the given order, until one fails. */
export async function detectOverlap(trial: OverlapTrial, checks: readonly Check[]): Promise<OverlapDetection> {
  const { target, clock, acceptedPolicy, seed, casesPerInputClass, consistency, settleMs, callTimeoutMs, shrinks } =
    trial;
  const session = createCaseSession({
    config: {
      judging: { ...defaults.judging, callTimeoutMs, settleMs, consistency },
    },
    target,
    runId: 'pca-trial',
    acceptedPolicy,
    clock,
    onEvent: () => {},
  });
  const shortfalls: string[] = [];
  await session.probe();
  const callsBefore = session.caller.callCount();
  const plan = { seed, casesPerInputClass, shrinks: shrinks ?? false };
  try {
    for (const check of checks) {
      const run = beginCheck(session, check, plan, () => {});
      await advance(run, false);
      const { failures, verdict, reason } = run.conclude();
      const [failure] = failures;
      const calls = session.caller.callCount() - callsBefore;
      if (failure !== undefined) return { kind: 'killed', check: check.id, calls, failure };
      if (verdict !== 'pass') shortfalls.push(`${check.id}: ${verdict}: ${reason ?? ''}`);
    }
    return { kind: 'passed', calls: session.caller.callCount() - callsBefore, shortfalls };
  } finally {
    await session.close();
  }
}
