// Hosts a way of handling overlapping calls, in process or behind HTTP, for the suite to judge.

import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { allChecks } from '../../../suites/all-checks.js';
import { concurrencyChecks } from '../../../suites/concurrency.js';
import type { CallInterceptor } from '../../api/overlap.js';
import { newestModelRevision } from '../../api/service-model.js';
import type { Target } from '../../api/target.js';
import { startEmulator, type Emulator } from '../../emulator/emulator.js';
import type { Check } from '../../run/cases/check.js';
import { systemClock, type Clock } from '../../run/session/clock.js';
import { detectOverlap, type OverlapDetection } from '../detect-overlap.js';
import { builtinService } from '../../run/session/open-target.js';
import { casesPerInputClass, defaults } from '../../run/session/run-config.js';
import type { RequiredConsistency } from '../../run/judge/levels.js';
import { createEndpointTarget } from '../../targets/endpoint.js';
import { createServiceTarget } from '../../targets/service-target.js';
import { createVirtualClock } from '../../run/session/virtual-clock.js';

export interface OverlapTrialOptions {
  readonly intercept: CallInterceptor;
  readonly seed: number;
  readonly consistency: RequiredConsistency;
  /** The check that must notice, which then runs first. */
  readonly first?: string | undefined;
  readonly shrinks?: boolean | undefined;
  /** Cases for each input class; if absent, as many as in profile `ci`. */
  readonly casesPerInputClass?: number;
}

const common = { acceptedPolicy, casesPerInputClass: casesPerInputClass.ci };

/** On a clock that moves only when somebody waits, and in an order that the seed chooses. */
export async function judgeInProcess(options: OverlapTrialOptions): Promise<OverlapDetection> {
  const times = { settleMs: defaults.judging.settleMs, callTimeoutMs: defaults.judging.callTimeoutMs };
  return detectOverlap(
    { ...common, ...options, ...times, ...targetInProcess(options.intercept) },
    inOrder(options.first),
  );
}

export function targetInProcess(intercept: CallInterceptor): { readonly target: Target; readonly clock: Clock } {
  const { service } = builtinService(defaults.target.region, newestModelRevision);
  const clock = createVirtualClock(Date.UTC(2026, 8, 1));
  const target = createServiceTarget({
    name: 'trial',
    region: defaults.target.region,
    service,
    nowMs: clock.nowMs,
    intercept,
    delay: clock.pause,
  });
  return { target, clock };
}

/** Over real sockets; changes settle faster than elsewhere, to save time. */
const httpTimes = { settleMs: 150, callTimeoutMs: defaults.judging.callTimeoutMs };

export async function judgeOverHttp(options: OverlapTrialOptions): Promise<OverlapDetection> {
  const { service, caller } = builtinService(defaults.target.region, newestModelRevision);
  const emulator = await startEmulator({
    service,
    ...caller,
    nowMs: () => performance.now(),
    intercept: options.intercept,
    // Calls that are never answered have a short deadline too.
    limits: { drainTimeoutMs: 100 },
  });
  const credentials = { accessKeyId: defaults.target.accessKey, secretAccessKey: defaults.target.secretKey };
  const target: Target = createEndpointTarget({
    name: 'trial',
    url: emulator.url,
    region: defaults.target.region,
    credentials,
  });
  try {
    await loadCertificates(emulator);
    return await detectOverlap(
      { ...common, ...options, ...httpTimes, target, clock: systemClock },
      inOrder(options.first),
    );
  } finally {
    await emulator.close();
  }
}

/** The first certificate takes longer than a call may here, because its library is loaded first. */
async function loadCertificates(emulator: Emulator): Promise<void> {
  const created = await emulator.perform({
    kind: 'CreateCertificateAuthority',
    input: {
      CertificateAuthorityType: 'ROOT',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'EC_prime256v1',
        SigningAlgorithm: 'SHA256WITHECDSA',
        Subject: { CommonName: 'first' },
      },
    },
  });
  const arn = created.kind === 'success' ? created.output['CertificateAuthorityArn'] : undefined;
  const input = { CertificateAuthorityArn: String(arn) };
  await emulator.perform({ kind: 'GetCertificateAuthorityCsr', input });
}

function inOrder(first: string | undefined): readonly Check[] {
  return [...allChecks.filter(({ id }) => id === first), ...concurrencyChecks.filter(({ id }) => id !== first)];
}
