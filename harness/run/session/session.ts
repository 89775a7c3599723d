// One run against one target: what the target can do, its CAs, the limits of the calls.
// This folder holds the session with a target: its client, its CAs, its limits.

import type { GivenAuthority } from '../../api/case.js';
import type { CapabilityReport } from '../../files/report.js';
import { DriverFault } from '../../api/driver-fault.js';
import { listsCbor } from '../../api/service-model.js';
import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import { protocols, type Protocol, type ProtocolChoice } from '../../api/protocol.js';
import { cborRequestOf } from '../../api/raw-request.js';
import type { Capability, Target } from '../../api/target.js';
import { capabilities } from '../../api/target.js';
import { rateFor } from '../../api/quotas.js';
import { UnavailableAuthority } from './authority-creation.js';
import {
  createAuthorityPool,
  type Authority,
  type AuthorityPool,
  type AuthorityPlan,
  type Leftover,
} from './authority-pool.js';
import { createCaller, type Caller, type CallLimits } from './caller/caller.js';
import type { Clock } from './clock.js';
import { InconclusiveRun } from './interruption.js';
import { askingAgain, createTransientCount, type TransientCount } from './transients.js';
import { describeAnswer } from '../judge/answer-words.js';
import { renderText } from '../../api/render-case.js';
import type { Budget, Judging, LiveSettings } from './run-config.js';
import type { Resumption } from '../../files/resumption-state.js';
import { createSettling, noSettling, type Settling } from './settling.js';
import { lagBoundMs } from '../judge/levels.js';
import { probeAccess } from './access-probe.js';

export interface Session {
  readonly target: Target;
  readonly caller: Caller;
  readonly pool: AuthorityPool;
  readonly clock: Clock;
  readonly settling: Settling;
  /** The same for decisions about calls: waits for one say nothing about the other. */
  readonly settlingDecisions: Settling;
  /** How long a write may take to settle, in milliseconds; 0 if nothing takes time. */
  readonly settleMs: number;
  /** The answers of the run that say nothing about the input and were requested again. */
  readonly transients: TransientCount;
  /** Finds out what the target can do. Throws UnavailableAuthority if it provides no CA at all. */
  probe(): Promise<Probe>;
  close(): Promise<readonly Leftover[]>;
  /** Protocol errors of the target's driver, including those while it was closed. */
  driverFault(): string | undefined;
}

export interface Probe {
  /** The protocols in which its operations are called. */
  readonly protocols: readonly Protocol[];
  readonly usableStatus: 'PENDING_CERTIFICATE' | 'ACTIVE';
  readonly capabilities: Readonly<Record<Capability, CapabilityReport>>;
}

/** CAs that the user provides: only their policies are changed, and restored at the end. */
export interface ProvidedAuthorities {
  /** Throws UnavailableAuthority if one cannot be used. */
  begin(caller: Caller): Promise<readonly Authority[]>;
  /** Restores what was changed, also after an interruption; returns what could not be restored. */
  end(caller: Caller): Promise<readonly Leftover[]>;
}

/** The parts of a run's configuration that its session needs; without a budget, there are no limits. */
export interface SessionConfig {
  readonly judging: Judging;
  readonly budget?: Partial<Budget>;
  readonly live?: LiveSettings | undefined;
  readonly resumption?: Resumption | undefined;
}

export interface SessionOptions {
  readonly config: SessionConfig;
  readonly target: Target;
  readonly runId: string;
  /** A policy that every conforming service accepts, with tokens for the CA. */
  readonly acceptedPolicy: string;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent: (event: { readonly event: string; readonly arn: string; readonly detail?: string }) => void;
  /** How CAs are obtained; created as needed if absent. */
  readonly authorities?: AuthorityPlan | undefined;
  readonly provided?: ProvidedAuthorities | undefined;
}

/** A nightly run waits this long for a target that restarts. */
const restartMs = 60_000;

export function createSession(options: SessionOptions): Session {
  const { config, target, runId, clock, signal, onEvent } = options;
  const { judging } = config;
  const { concurrency, rate, maxCalls, maxTimeMs, untilBudgetEnds } = config.budget ?? {};
  const maxCostUsd = config.live?.maxCostUsd;
  const settleMs = target.inProcess ? 0 : judging.settleMs;
  const limits: CallLimits = {
    deadlineMs: judging.callTimeoutMs,
    concurrency,
    maxCalls,
    maxTimeMs,
    // The quotas of AWS are by operation, and one of them is lower than the rate.
    rate: config.live === undefined || rate === undefined ? rate : (kind) => rateFor(kind, rate),
    spent:
      maxCostUsd === undefined
        ? undefined
        : () => (pool.costUsd() >= maxCostUsd ? `the budget of ${maxCostUsd} USD is spent` : undefined),
    patienceMs: untilBudgetEnds === true ? restartMs : undefined,
    settleMs,
    before: config.resumption,
  };
  const caller = noticingRedials(createCaller(target, limits, clock, signal), target);
  let usableStatus: Probe['usableStatus'] = 'PENDING_CERTIFICATE';
  let lastFault: string | undefined;
  const adopted = config.resumption?.authorities;
  const lagMs = lagBoundMs(settleMs);
  const { authorities: plan, provided } = options;
  const transients = createTransientCount();
  const pool = createAuthorityPool({
    caller: askingAgain(caller, transients),
    adopted,
    runId,
    clock,
    usableStatus: () => usableStatus,
    onEvent,
    lagMs,
    plan,
  });
  const session: Session = {
    target,
    caller,
    pool,
    clock,
    // Within one process nothing lags behind.
    settling: target.inProcess ? noSettling : createSettling(lagMs),
    settlingDecisions: target.inProcess ? noSettling : createSettling(lagMs),
    settleMs,
    transients,
    async probe() {
      for (const authority of (await provided?.begin(caller)) ?? []) pool.release(authority);
      const trial = {
        policy: options.acceptedPolicy,
        fresh: provided === undefined,
        asksInCbor: judging.protocol !== 'json' && listsCbor(judging.modelRevision),
      };
      const pending = await tryState(session, 'PENDING_CERTIFICATE', trial);
      const active = await tryState(session, 'ACTIVE', trial);
      if (!pending.exists && !active.exists) throw new UnavailableAuthority(pending.reason);
      // An activated CA costs more calls, so it must make a difference.
      const needsActive = !pending.exists || (!pending.accepts && active.accepts);
      usableStatus = needsActive ? 'ACTIVE' : 'PENDING_CERTIFICATE';
      const found = capabilitiesOf(target, judging.capabilities, {
        active,
        cbor: pending.cbor ?? active.cbor,
        creates: plan?.creates !== false,
        missing: active.arn === undefined ? new Map() : await findMissing(caller, active.arn),
        access: await withActiveAuthority(session, active, (arn) =>
          probeAccess({ target, caller, clock, lagMs: target.inProcess ? 0 : lagMs, arn }),
        ),
      });
      return { usableStatus, capabilities: found, protocols: protocolsOf(judging.protocol, found.cbor) };
    },
    async close() {
      const removed = await pool.removeAll();
      const returned = (await provided?.end(caller)) ?? [];
      await target.dispose().catch((error: unknown) => {
        if (!(error instanceof DriverFault)) throw error;
        lastFault = error.message;
      });
      return [...removed, ...returned];
    },
    driverFault: () => caller.driverFault() ?? lastFault,
  };
  return session;
}

/**
 * A redialled connection cost no call, but the target may have been restarted, as after a lost call: a wrong
 * answer in that time does not count.
 */
function noticingRedials(caller: Caller, { redialCount = () => 0 }: Target): Caller {
  return {
    ...caller,
    losses() {
      const losses = caller.losses();
      return { ...losses, calls: losses.calls + redialCount() };
    },
  };
}

/** Leases an active CA again, if there are principals to try with it. */
async function withActiveAuthority<Result>(
  { caller, pool, target }: Session,
  active: StateTrial,
  work: (arn: string | undefined) => Promise<Result>,
): Promise<Result> {
  if (target.principals === undefined || !active.exists) return work(undefined);
  const authority = await pool.lease('ACTIVE', { fresh: false });
  try {
    const result = await work(authority.arn);
    const cleared = await caller.call({ kind: 'DeletePolicy', input: { ResourceArn: authority.arn } });
    if (cleared.kind === 'success') pool.release({ ...authority, fresh: false });
    return result;
  } finally {
    await pool.finish([authority], false);
  }
}

interface StateTrial {
  /** Whether a CA in this state could be obtained. */
  readonly exists: boolean;
  /** Whether a policy can be put on it. */
  readonly accepts: boolean;
  readonly arn?: string | undefined;
  readonly reason: string;
  /** What a read in CBOR was answered with; absent where it was not asked. */
  readonly cbor?: Outcome | undefined;
}

async function tryState(
  { caller, pool, target }: Session,
  given: GivenAuthority,
  { policy, fresh, asksInCbor }: { readonly policy: string; readonly fresh: boolean; readonly asksInCbor: boolean },
): Promise<StateTrial> {
  let authority: Authority;
  try {
    authority = await pool.lease(given, { fresh });
  } catch (error) {
    if (error instanceof UnavailableAuthority && error.isLasting) {
      return { exists: false, accepts: false, reason: error.message };
    }
    throw error;
  }
  const { arn } = authority;
  const put = await caller.call({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: renderText(policy, [arn]) } });
  const cbor =
    asksInCbor && target.offers.includes('cbor')
      ? await caller.call(cborRequestOf({ kind: 'GetPolicy', input: { ResourceArn: arn } }))
      : undefined;
  const cleared = await caller.call({ kind: 'DeletePolicy', input: { ResourceArn: arn } });
  if (cleared.kind === 'success') pool.release({ ...authority, fresh: false });
  await pool.finish([authority], false);
  return { exists: true, arn, accepts: put.kind === 'success', cbor, reason: `PutPolicy: ${describeAnswer(put)}` };
}

/** The operations that change the states of CAs, apart from activation. */
const stateOperations = [
  'UpdateCertificateAuthority',
  'DeleteCertificateAuthority',
  'RestoreCertificateAuthority',
] as const;

/** Operations that the target does not have, with its answer. They are called on a missing CA, so that none changes. */
async function findMissing(caller: Caller, arn: string): Promise<ReadonlyMap<string, string>> {
  const named = { CertificateAuthorityArn: arn.replace(/[^/]*$/, '00000000-0000-4000-8000-000000000000') };
  const missing = new Map<string, string>();
  for (const kind of stateOperations) {
    const operation: Operation =
      kind === 'UpdateCertificateAuthority'
        ? { kind, input: { ...named, Status: 'DISABLED' } }
        : { kind, input: named };
    const outcome = await caller.call(operation);
    if (outcome.kind === 'not-implemented') missing.set(kind, `${kind}: ${describeAnswer(outcome)}`);
  }
  return missing;
}

/** Throws InconclusiveRun if the target does not answer what is asked for. */
function protocolsOf(asked: ProtocolChoice, { available, reason }: CapabilityReport): readonly Protocol[] {
  switch (asked) {
    case 'json':
      return ['json'];
    case 'cbor':
      if (available) return ['cbor'];
      throw new InconclusiveRun(`it does not answer RPC v2 CBOR, for which --protocol cbor asks: ${reason}`, false);
    case 'both':
      return available ? protocols : ['json'];
    default:
      return asked satisfies never;
  }
}

/** Any answer in CBOR shows that the protocol is spoken. */
function cborReport(outcome: Outcome | undefined): CapabilityReport {
  const answer = outcome !== undefined && 'answer' in outcome ? outcome.answer : undefined;
  if (answer?.cbor !== undefined) return { available: true, reason: 'a read in CBOR was answered in CBOR' };
  const words =
    outcome === undefined
      ? 'was not made: neither the revision of the model nor --protocol asks for it'
      : `was answered with ${describeAnswer(outcome)}`;
  return { available: false, reason: `a read in CBOR ${words}` };
}

/** What is not done to CAs that the user provides. */
const needsCreation: readonly Capability[] = ['provision', 'states', 'restore'];

function capabilitiesOf(
  target: Target,
  overrides: Readonly<Partial<Record<Capability, boolean>>>,
  {
    active,
    cbor,
    creates,
    missing,
    access,
  }: {
    readonly active: StateTrial;
    readonly access: Readonly<Partial<Record<Capability, CapabilityReport>>>;
    readonly cbor: Outcome | undefined;
    readonly creates: boolean;
    readonly missing: ReadonlyMap<string, string>;
  },
): Record<Capability, CapabilityReport> {
  const found = (capability: Capability): CapabilityReport => {
    const override = overrides[capability];
    if (override !== undefined) return { available: override, reason: 'as given on the command line' };
    if (!target.offers.includes(capability)) return { available: false, reason: 'not offered by this kind of target' };
    if (!creates && needsCreation.includes(capability)) return { available: false, reason: 'no CA may be created' };
    if (capability === 'cbor') return cborReport(cbor);
    const probed = access[capability];
    if (probed !== undefined) return probed;
    if (capability === 'provision') return { available: true, reason: 'a CA was created' };
    const needed = capability === 'states' ? stateOperations.slice(0, 2) : stateOperations.slice(1);
    const lacking = ['states', 'restore'].includes(capability)
      ? needed.map((kind) => missing.get(kind)).find((words) => words !== undefined)
      : undefined;
    if (lacking !== undefined) return { available: false, reason: lacking };
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
