// Runs the suite against services that are known to conform or not: mutation testing of the suite.
// This folder holds the self-test, which runs the suite against mutants and variants.

import { newestModelRevision } from '../api/service-model.js';
import type { Target } from '../api/target.js';
import { UnavailableAuthority } from '../run/session/authority-creation.js';
import type { Check } from '../run/cases/check.js';
import type { Clock } from '../run/session/clock.js';
import { attribute, type Concluded } from '../run/cases/attribution.js';
import { beginCheck, type CheckResult, type CheckRun, turnsInOrder } from '../run/cases/run-check.js';
import { defaults } from '../run/session/run-config.js';
import type { RequiredConsistency } from '../run/judge/levels.js';
import type { Probe } from '../run/session/session.js';
import { createCaseSession, type CaseSession } from '../run/cases/case-session.js';

export interface Trial {
  readonly target: Target;
  readonly clock: Clock;
  readonly seed: number;
  /** Cases for each input class. */
  readonly casesPerInputClass: number;
  /** A policy that every conforming service accepts. */
  readonly acceptedPolicy: string;
  /** For how long a read may lag behind a change. */
  readonly settleMs: number;
  readonly callTimeoutMs?: number | undefined;
  /** How consistent overlapping calls must be: linearizable unless stated. */
  readonly consistency?: RequiredConsistency | undefined;
  /** Whether a check continues after the first input class that noticed, to find all that do. */
  readonly goesOn?: boolean | undefined;
  /** The grantees that exist for the service, so that it must accept them. */
  readonly granteeAccount?: string | undefined;
  readonly organization?: string | undefined;
}

/** The result of a check on a service. */
export interface Detection {
  readonly verdict: 'killed' | 'passed' | 'not observed';
  /** The calls of the check until it noticed, or until its end. */
  readonly calls: number;
  /** The input classes by which the check fails. */
  readonly inputClasses: readonly string[];
  /** The input classes in which any violation was found, whatever requirement it breaks. */
  readonly noticed: readonly string[];
  /** Why nothing was observed; empty if something was. */
  readonly reason: string;
  /** Calls that were refused for their rate and sent again. */
  readonly throttled: number;
}

/** Runs checks, each until it notices a fault unless it is to continue. They share one session, as in a run. */
export async function detect(trial: Trial, checks: readonly Check[]): Promise<ReadonlyMap<string, Detection>> {
  const session = sessionFor(trial);
  const unable = new Map<string, Detection>();
  const costs = new Map<string, Pick<Detection, 'calls' | 'throttled'>>();
  const concluded: Concluded[] = [];
  const probe = await tryProbe(session);
  for (const check of checks) {
    const missing = check.needs?.find((capability) => probe?.capabilities[capability].available !== true);
    if (probe === undefined || missing !== undefined) {
      const reason = probe === undefined ? 'no CA could be created' : `the target lacks ${missing}`;
      unable.set(check.id, { verdict: 'not observed', calls: 0, inputClasses: [], noticed: [], reason, throttled: 0 });
      continue;
    }
    const { caller } = session;
    const [callsBefore, throttledBefore] = [caller.callCount(), caller.throttledCount()];
    const run = beginCheck(session, check, { ...trial, protocols: probe.protocols, shrinks: false }, () => {});
    await advance(run, trial.goesOn === true);
    concluded.push({ check, result: run.conclude() });
    costs.set(check.id, {
      calls: caller.callCount() - callsBefore,
      throttled: caller.throttledCount() - throttledBefore,
    });
  }
  await session.close();
  return new Map([...unable, ...detectionsOf(concluded, costs, checks)]);
}

/** `chargeable` are the checks that fail by what others found. */
function detectionsOf(
  concluded: readonly Concluded[],
  costs: ReadonlyMap<string, Pick<Detection, 'calls' | 'throttled'>>,
  chargeable: readonly Check[],
): ReadonlyMap<string, Detection> {
  const { results, charges } = attribute(concluded, chargeable);
  const detections = new Map<string, Detection>();
  for (const { check, result } of concluded) {
    const cost = costs.get(check.id) ?? { calls: 0, throttled: 0 };
    const noticed = [...result.failures, ...result.blockers.map(({ found }) => found)].map(
      ({ inputClass }) => inputClass,
    );
    const finding = findingOf(results.get(check.id) ?? result);
    detections.set(check.id, { ...finding, noticed: [...new Set(noticed)], ...cost });
  }
  for (const { check, blocker } of charges) {
    const before = detections.get(check.id);
    const inputClasses = [...(before?.verdict === 'killed' ? before.inputClasses : []), blocker.found.inputClass];
    detections.set(check.id, {
      calls: 0,
      throttled: 0,
      noticed: [],
      ...before,
      verdict: 'killed',
      inputClasses,
      reason: '',
    });
  }
  return detections;
}

function sessionFor(trial: Trial): CaseSession {
  const { target, clock, acceptedPolicy, settleMs, callTimeoutMs, consistency, granteeAccount, organization } = trial;
  return createCaseSession({
    config: {
      judging: {
        ...defaults.judging,
        modelRevision: newestModelRevision,
        callTimeoutMs: callTimeoutMs ?? defaults.judging.callTimeoutMs,
        consistency: consistency ?? 'linearizable',
        settleMs,

        granteeAccount,
        organization,
      },
    },
    target,
    runId: 'pca-trial',
    acceptedPolicy,
    clock,
    onEvent: () => {},
  });
}

async function tryProbe(session: CaseSession): Promise<Probe | undefined> {
  try {
    return await session.probe();
  } catch (error) {
    if (error instanceof UnavailableAuthority) return undefined;
    throw error;
  }
}

/** Runs the tasks of a check, until one finds a failure unless it is to continue. */
export async function advance(run: CheckRun, goesOn: boolean): Promise<void> {
  for (const takeTurn of turnsInOrder(run)) {
    await takeTurn();
    if (run.failureCount() > 0 && !goesOn) return;
  }
}

function findingOf({ verdict, failures, reason }: CheckResult): Pick<Detection, 'verdict' | 'inputClasses' | 'reason'> {
  if (failures.length > 0)
    return { verdict: 'killed', inputClasses: failures.map(({ inputClass }) => inputClass), reason: '' };
  return verdict === 'pass'
    ? { verdict: 'passed', inputClasses: [], reason: '' }
    : { verdict: 'not observed', inputClasses: [], reason: reason ?? verdict };
}
