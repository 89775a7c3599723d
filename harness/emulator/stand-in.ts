// The emulator as the stand-in for live AWS, only for tests: it has an identity, enforces the documented quotas, delays the
// visibility of changes, computes costs, and counts every request.

import type { OperationName, Operation, UsageMode } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { priceUsd } from '../api/prices.js';
import { documentedQuotas } from '../api/quotas.js';
import { startEmulator, type Arrival, type Emulator, type EmulatorOptions } from './emulator.js';
import type { Failure } from './failure.js';

export interface StandInOptions<State> extends EmulatorOptions<State> {
  /** False if the quotas would only make a test wait. */
  readonly keepsQuotas: boolean;
  /** Called for every request before it has any effect, for example to search it for secrets. */
  readonly onArrival?: ((arrival: Arrival) => Promise<void> | void) | undefined;
}

export interface StandIn extends Emulator {
  /** The number of requests by name: `PutPolicy`, `sts:GetCallerIdentity`. */
  readonly requests: ReadonlyMap<string, number>;
  /** The number of requests that got ThrottlingException. */
  throttledCount(): number;
  /** The costs of the CAs so far. */
  billUsd(): number;
}

export async function startStandIn<State>(options: StandInOptions<State>): Promise<StandIn> {
  const { nowMs, keepsQuotas, onArrival } = options;
  const requests = new Map<string, number>();
  const quotas = createQuotas(nowMs);
  const billing = createBilling(nowMs);
  let throttled = 0;
  const emulator = await startEmulator({
    ...options,
    async admit(arrival) {
      requests.set(arrival.name, (requests.get(arrival.name) ?? 0) + 1);
      await onArrival?.(arrival);
      const refusal = keepsQuotas ? quotas(arrival.name) : undefined;
      if (refusal !== undefined) throttled += 1;
      return refusal ?? options.admit?.(arrival);
    },
    async observe(operation, outcome) {
      billing.observe(operation, outcome);
      await options.observe?.(operation, outcome);
    },
  });
  return { ...emulator, requests, throttledCount: () => throttled, billUsd: () => billing.billUsd() };
}

/** A token bucket for each operation, with the calls of one second and filled at the rate of the quota. */
function createQuotas(nowMs: () => number): (name: string) => Failure | undefined {
  const buckets = new Map<string, { calls: number; atMs: number }>();
  return (name) => {
    const quota = documentedQuotas[name as OperationName];
    if (quota === undefined) return undefined;
    const atMs = nowMs();
    const before = buckets.get(name) ?? { calls: quota, atMs };
    const calls = Math.min(quota, before.calls + ((atMs - before.atMs) * quota) / 1_000);
    const isOver = calls < 1;
    buckets.set(name, { calls: isOver ? calls : calls - 1, atMs });
    return isOver ? { error: 'ThrottlingException', status: 400, message: 'Rate exceeded' } : undefined;
  };
}

interface Billed {
  readonly mode: UsageMode;
  readonly sinceMs: number;
  /** Absent while it continues. */
  readonly untilMs?: number | undefined;
}

/** From creation until deletion; a restoration charges the gap as well. */
function createBilling(nowMs: () => number): {
  observe(operation: Operation, outcome: Outcome): void;
  billUsd(): number;
} {
  const billed = new Map<string, Billed>();
  return {
    observe(operation, outcome) {
      if (outcome.kind !== 'success') return;
      switch (operation.kind) {
        case 'CreateCertificateAuthority': {
          const arn = String(outcome.output['CertificateAuthorityArn']);
          const mode = operation.input.UsageMode ?? 'GENERAL_PURPOSE';
          if (!billed.has(arn)) billed.set(arn, { mode, sinceMs: nowMs() });
          return;
        }
        case 'DeleteCertificateAuthority':
        case 'RestoreCertificateAuthority': {
          const arn = operation.input.CertificateAuthorityArn;
          const before = billed.get(arn);
          const untilMs = operation.kind === 'DeleteCertificateAuthority' ? nowMs() : undefined;
          if (before !== undefined) billed.set(arn, { ...before, untilMs });
          return;
        }
        default:
      }
    },
    billUsd: () =>
      [...billed.values()].reduce(
        (sum, { mode, sinceMs, untilMs = nowMs() }) => sum + priceUsd(mode, untilMs - sinceMs),
        0,
      ),
  };
}
