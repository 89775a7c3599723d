// One run against one target: what the target can do, its CAs, the limits of the calls.

import type { GivenAuthority } from '../api/case.js';
import type { CapabilityReport } from '../api/report.js';
import { DriverFault } from '../api/driver.js';
import type { Capability, Target } from '../api/target.js';
import { capabilities } from '../api/target.js';
import { constraintsOf } from '../api/constraints.js';
import { createOracle } from '../model/oracle.js';
import { createAuthorityPool, UnavailableAuthority, type Authority, type Leftover } from './authority-pool.js';
import { createCaller } from './caller.js';
import type { Clock } from './clock.js';
import { createControls } from './controls.js';
import { describeAnswer } from './judge.js';
import { renderText } from './render-case.js';
import type { CaseContext } from './run-case.js';
import type { RunConfig } from './run-config.js';
import { createOverlapContext } from './run-schedule-case.js';
import { createSettling, lagBoundMs, noSettling } from './settling.js';

export interface Session extends CaseContext {
  readonly target: Target;
  /** Finds out what the target can do. Throws UnavailableAuthority where it gives no CA at all. */
  probe(): Promise<Probe>;
  close(): Promise<readonly Leftover[]>;
  /** What the driver of the target did against its protocol; also as it was closed. */
  driverFault(): string | undefined;
}

export interface Probe {
  readonly usableStatus: 'PENDING_CERTIFICATE' | 'ACTIVE';
  readonly capabilities: Readonly<Record<Capability, CapabilityReport>>;
}

export interface SessionOptions {
  readonly config: Pick<
    RunConfig,
    'modelRevision' | 'callTimeoutMs' | 'settleMs' | 'rate' | 'maxCalls' | 'maxTimeMs' | 'capabilities'
  > &
    Partial<Pick<RunConfig, 'consistency' | 'concurrency'>>;
  readonly target: Target;
  readonly runId: string;
  /** A policy that every conforming service accepts, with tokens for the CA. */
  readonly acceptedPolicy: string;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent: (event: { readonly event: string; readonly arn: string; readonly detail?: string }) => void;
}

export function createSession(options: SessionOptions): Session {
  const { config, target, runId, clock, signal, onEvent } = options;
  const { callTimeoutMs: deadlineMs, concurrency, rate, maxCalls, maxTimeMs } = config;
  const limits = { deadlineMs, concurrency, rate, maxCalls, maxTimeMs };
  const caller = createCaller(target, limits, clock, signal);
  let usableStatus: Probe['usableStatus'] = 'PENDING_CERTIFICATE';
  let lastFault: string | undefined;
  const pool = createAuthorityPool({ caller, runId, clock, usableStatus: () => usableStatus, onEvent });
  const session: Session = {
    target,
    caller,
    pool,
    oracle: createOracle(constraintsOf(config.modelRevision)),
    clock,
    // Within one process nothing lags behind.
    settling: target.inProcess ? noSettling : createSettling(lagBoundMs(config.settleMs)),
    controls: createControls(),
    overlap: createOverlapContext({
      consistency: config.consistency ?? 'linearizable',
      settleMs: target.inProcess ? 0 : config.settleMs,
      isGated: target.isGated ?? false,
    }),
    async probe() {
      const pending = await tryState(session, 'PENDING_CERTIFICATE', options.acceptedPolicy);
      const active = await tryState(session, 'ACTIVE', options.acceptedPolicy);
      if (!pending.exists && !active.exists) throw new UnavailableAuthority(pending.reason);
      // An activated CA costs more calls, so it must make a difference.
      const needsActive = !pending.exists || (!pending.accepts && active.accepts);
      usableStatus = needsActive ? 'ACTIVE' : 'PENDING_CERTIFICATE';
      return { usableStatus, capabilities: capabilitiesOf(target, config.capabilities, active) };
    },
    async close() {
      const leftovers = await pool.removeAll();
      await target.dispose().catch((error: unknown) => {
        if (!(error instanceof DriverFault)) throw error;
        lastFault = error.message;
      });
      return leftovers;
    },
    driverFault: () => caller.driverFault() ?? lastFault,
  };
  return session;
}

interface StateTrial {
  /** Whether a CA in this state can be had. */
  readonly exists: boolean;
  /** Whether a policy can be put on it. */
  readonly accepts: boolean;
  readonly reason: string;
}

async function tryState({ caller, pool }: Session, given: GivenAuthority, policy: string): Promise<StateTrial> {
  let authority: Authority;
  try {
    authority = await pool.lease(given, { fresh: true });
  } catch (error) {
    if (error instanceof UnavailableAuthority && error.answered) {
      return { exists: false, accepts: false, reason: error.message };
    }
    throw error;
  }
  const { arn } = authority;
  const put = await caller.call({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: renderText(policy, [arn]) } });
  const cleared = await caller.call({ kind: 'DeletePolicy', input: { ResourceArn: arn } });
  if (cleared.kind === 'success') pool.release({ ...authority, fresh: false });
  return { exists: true, accepts: put.kind === 'success', reason: `PutPolicy: ${describeAnswer(put)}` };
}

function capabilitiesOf(
  target: Target,
  overrides: Readonly<Partial<Record<Capability, boolean>>>,
  active: StateTrial,
): Record<Capability, CapabilityReport> {
  const found = (capability: Capability): CapabilityReport => {
    const override = overrides[capability];
    if (override !== undefined) return { available: override, reason: 'as given on the command line' };
    if (!target.offers.includes(capability)) return { available: false, reason: 'not offered by this kind of target' };
    if (capability === 'provision') return { available: true, reason: 'a CA was created' };
    if (capability === 'states') {
      return active.exists
        ? { available: true, reason: 'a CA was activated' }
        : { available: false, reason: active.reason };
    }
    return { available: true, reason: 'offered by this kind of target' };
  };
  // The keys are those of the list.
  return Object.fromEntries(capabilities.map((capability) => [capability, found(capability)])) as Record<
    Capability,
    CapabilityReport
  >;
}
