// Judges a service of which it is known beforehand whether it conforms: what the suite itself is measured by.

import { newestModelRevision } from '../api/service-model.js';
import type { Target } from '../api/target.js';
import { UnavailableAuthority } from './authority-creation.js';
import type { Check } from './check.js';
import type { Clock } from './clock.js';
import { fixedPhases } from './phases.js';
import { beginCheck, type CheckRun } from './run-check.js';
import { defaults, type Consistency } from './run-config.js';
import { createSession, type Probe, type Session } from './session.js';

export interface Trial {
  readonly target: Target;
  readonly clock: Clock;
  readonly seed: number;
  /** Cases for each class of input. */
  readonly casesPerStratum: number;
  /** A policy that every conforming service accepts. */
  readonly acceptedPolicy: string;
  /** For how long a read may lag behind a change. */
  readonly settleMs: number;
  readonly callTimeoutMs?: number | undefined;
  /** How much order overlapping calls must show: all of it unless stated. */
  readonly consistency?: Consistency | undefined;
  /** Whether a check goes on after the first class of input that noticed, to find all that do. */
  readonly goesOn?: boolean | undefined;
}

/** What a check made of a service. */
export interface Detection {
  readonly verdict: 'killed' | 'passed' | 'not observed';
  /** The calls of the check until it noticed, or until its end. */
  readonly calls: number;
  /** The classes of input that noticed. */
  readonly strata: readonly string[];
  /** Why nothing was observed; empty where something was. */
  readonly reason: string;
  /** Calls that were refused for their rate and sent again. */
  readonly throttled: number;
}

/** Runs checks, each until it notices a fault unless it is to go on. One session serves them all, as in a run. */
export async function detect(trial: Trial, checks: readonly Check[]): Promise<ReadonlyMap<string, Detection>> {
  const session = sessionFor(trial);
  const detections = new Map<string, Detection>();
  const probe = await tryProbe(session);
  for (const check of checks) {
    const missing = check.needs?.find((capability) => probe?.capabilities[capability].available !== true);
    if (probe === undefined || missing !== undefined) {
      const reason = probe === undefined ? 'no CA can be had' : `the target lacks ${missing}`;
      detections.set(check.id, { verdict: 'not observed', calls: 0, strata: [], reason, throttled: 0 });
      continue;
    }
    const { caller } = session;
    const [callsBefore, throttledBefore] = [caller.callCount(), caller.throttledCount()];
    const run = beginCheck(session, check, { ...trial, shrinks: false }, () => {});
    await advance(run, trial.goesOn === true);
    detections.set(check.id, {
      ...findingOf(run),
      calls: caller.callCount() - callsBefore,
      throttled: caller.throttledCount() - throttledBefore,
    });
  }
  await session.close();
  return detections;
}

function sessionFor({ target, clock, acceptedPolicy, settleMs, callTimeoutMs, consistency }: Trial): Session {
  return createSession({
    config: {
      modelRevision: newestModelRevision,
      callTimeoutMs: callTimeoutMs ?? defaults.callTimeoutMs,
      consistency: consistency ?? 'linearizable',
      settleMs,
      capabilities: {},
    },
    target,
    runId: 'pca-trial',
    acceptedPolicy,
    clock,
    onEvent: () => {},
  });
}

async function tryProbe(session: Session): Promise<Probe | undefined> {
  try {
    return await session.probe();
  } catch (error) {
    if (error instanceof UnavailableAuthority) return undefined;
    throw error;
  }
}

/** Takes the turns of a check, until one finds a failure unless it is to go on. */
export async function advance(run: CheckRun, goesOn: boolean): Promise<void> {
  for (const phase of fixedPhases) {
    for (const takeTurn of run.turnsOf(phase, 0)) {
      await takeTurn();
      if (run.failureCount() > 0 && !goesOn) return;
    }
  }
}

function findingOf(run: CheckRun): Pick<Detection, 'verdict' | 'strata' | 'reason'> {
  const { verdict, failures, reason } = run.conclude();
  if (failures.length > 0) return { verdict: 'killed', strata: failures.map(({ stratum }) => stratum), reason: '' };
  return verdict === 'pass'
    ? { verdict: 'passed', strata: [], reason: '' }
    : { verdict: 'not observed', strata: [], reason: reason ?? verdict };
}
