// The context of a case, for tests that provide the answers themselves.

import type { Outcome } from '../api/outcome.js';
import type { ApiCall } from '../api/raw-request.js';
import type { Authority, AuthorityPool } from '../run/session/authority-pool.js';
import type { Caller } from '../run/session/caller/caller.js';
import { createControls } from '../run/cases/controls.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { createTransientCount } from '../run/session/transients.js';

/** Sends every call to one function, without limits. */
export function callerTo(call: (operation: ApiCall) => Promise<Outcome>, more: Partial<Caller> = {}): Caller {
  return {
    deadlineMs: 1_000,
    call,
    callOverlapping: call,
    callToItsEnd: call,
    callAnyway: call,
    callCount: () => 0,
    throttledCount: () => 0,
    latency: () => undefined,
    driverFault: () => undefined,
    isSpent: () => false,
    elapsedMs: () => 0,
    losses: () => ({ calls: 0, overlapping: 0 }),
    ...more,
  };
}

/** One fresh CA for every lease. */
export function poolOf(authority: Pick<Authority, 'arn' | 'status'>, onLease = (): void => {}): AuthorityPool {
  return {
    lease: async () => {
      onLease();
      return { ...authority, fresh: true, lossesBefore: 0 };
    },
    reserve: async (given) => given,
    cancel: () => {},
    release: () => {},
    finish: async () => {},
    removeAll: async () => [],
    remainingCount: () => 0,
    authorityCount: () => 1,
    costUsd: () => 0,
  };
}

/** The rest of the context of a case, for tests that do not use it. */
export function plainContext(): Pick<
  CaseContext,
  'named' | 'acceptedForms' | 'knownGrantees' | 'transients' | 'controls'
> {
  return {
    named: {},
    acceptedForms: new Set(),
    knownGrantees: new Set(),
    transients: createTransientCount(),
    controls: createControls(),
  };
}
