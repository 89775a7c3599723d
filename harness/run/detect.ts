// Judges a service of which it is known beforehand whether it conforms: what the suite itself is measured by.

import type { Service } from '../api/service.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Target } from '../api/target.js';
import { createServiceTarget } from '../targets/service-target.js';
import { UnavailableAuthority } from './authority-pool.js';
import type { Check } from './check.js';
import type { Clock } from './clock.js';
import { fixedPhases } from './phases.js';
import { beginCheck, type CheckRun } from './run-check.js';
import { defaults } from './run-config.js';
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
}

/** What a check made of a service. */
export interface Detection {
  readonly verdict: 'killed' | 'passed' | 'not observed';
  /** The calls of the check until it noticed, or until its end. */
  readonly calls: number;
  /** The class of input that noticed, or why nothing was observed. */
  readonly detail: string;
}

/** A service in process, on a clock that moves only where somebody waits; it begins on Tuesday, 1 September 2026. */
export function trialTarget(service: Service<unknown>): Pick<Trial, 'target' | 'clock' | 'settleMs'> {
  let nowMs = Date.UTC(2026, 8, 1);
  const clock: Clock = {
    nowMs: () => nowMs,
    pause: async (durationMs) => {
      nowMs += durationMs;
    },
  };
  const target = createServiceTarget({ name: 'trial', region: defaults.region, service, nowMs: () => nowMs });
  return { target, clock, settleMs: defaults.settleMs };
}

/** Runs checks until each notices a fault, and no further. One session serves them all, as in a run. */
export async function detect(trial: Trial, checks: readonly Check[]): Promise<ReadonlyMap<string, Detection>> {
  const session = sessionFor(trial);
  const detections = new Map<string, Detection>();
  const probe = await tryProbe(session);
  for (const check of checks) {
    const missing = check.needs?.find((capability) => probe?.capabilities[capability].available !== true);
    if (probe === undefined || missing !== undefined) {
      const detail = probe === undefined ? 'no CA can be had' : `the target lacks ${missing}`;
      detections.set(check.id, { verdict: 'not observed', calls: 0, detail });
      continue;
    }
    const callsBefore = session.caller.callCount();
    const run = beginCheck(session, check, { ...trial, shrinks: false }, () => {});
    await advanceUntilFailure(run);
    detections.set(check.id, detectionOf(run, session.caller.callCount() - callsBefore));
  }
  await session.close();
  return detections;
}

function sessionFor({ target, clock, acceptedPolicy, settleMs }: Trial): Session {
  return createSession({
    config: {
      modelRevision: newestModelRevision,
      callTimeoutMs: defaults.callTimeoutMs,
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

/** Takes the turns of a check until one finds a failure. */
export async function advanceUntilFailure(run: CheckRun): Promise<void> {
  for (const phase of fixedPhases) {
    for (const takeTurn of run.turnsOf(phase, 0)) {
      await takeTurn();
      if (run.failureCount() > 0) return;
    }
  }
}

function detectionOf(run: CheckRun, calls: number): Detection {
  const { verdict, failures, reason } = run.conclude();
  const [failure] = failures;
  if (failure !== undefined) return { verdict: 'killed', calls, detail: failure.stratum };
  return verdict === 'pass'
    ? { verdict: 'passed', calls, detail: '' }
    : { verdict: 'not observed', calls, detail: reason ?? verdict };
}
