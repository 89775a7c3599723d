// Hosts a variant of the reference service for the suite: in process, on a clock that moves only when
// somebody waits. Mutated answers are hosted behind the protocol, and their calls are sequential; mutated
// overlapping calls are hosted with gates, whose order the seed of a schedule chooses.

import { bodyBytesOf } from '../api/body-bytes.js';
import { presetPrincipals, type Principals } from '../api/principal.js';
import { newestModelRevision } from '../api/service-model.js';
import type { Target } from '../api/target.js';
import type { Wire } from '../api/wire.js';
import { hostMutated, type Mutation, type Combined } from '../mutants/mutation.js';
import { hostInProcess } from '../emulator/in-process.js';
import type { CallInterceptor } from '../api/overlap.js';
import type { Check } from '../run/cases/check.js';
import type { Trial } from './detect.js';
import { builtinService } from '../run/session/open-target.js';
import { defaults } from '../run/session/run-config.js';
import type { RequiredConsistency } from '../run/judge/levels.js';
import { readOperation, writeOutcome } from '../emulator/wire.js';
import { readAnswer } from '../targets/read-answer.js';
import { createServiceTarget } from '../targets/service-target.js';
import { createWireTarget } from '../targets/wire-target.js';
import { createVirtualClock } from '../run/session/virtual-clock.js';

const { service: reference, caller } = builtinService(defaults.target.region, newestModelRevision);
/** The principals of the trials about access. */
export const trialPrincipals = presetPrincipals(caller);

/** The example grantees, as if a user had named them. */
export const knownGrantees = { granteeAccount: '444455556666', organization: 'o-example0000' } as const;

/** The variant behind the protocol, in its initial state. */
export function wireOf(variant: Mutation | Combined): Wire {
  return hostMutated('parts' in variant ? variant : { parts: [variant] }, reference, hostInProcess);
}

/** A variant that handles overlapping calls in its own way; `keeps` is its consistency level, linearizable unless stated. */
export interface Intercepting {
  readonly intercept: () => CallInterceptor;
  readonly keeps?: RequiredConsistency | undefined;
}

export type Variant = Mutation | Combined | Intercepting;

/** The clock begins on Tuesday, 1 September 2026. */
export function trialTarget(
  variant: Variant,
  principals?: Principals,
): Pick<Trial, 'target' | 'clock' | 'settleMs' | 'callTimeoutMs' | 'consistency'> {
  const clock = createVirtualClock(Date.UTC(2026, 8, 1));
  const common = { name: 'trial', region: defaults.target.region, nowMs: clock.nowMs, principals };
  return {
    target: isIntercepting(variant)
      ? withCbor(
          createServiceTarget({ ...common, service: reference, intercept: variant.intercept(), delay: clock.pause }),
        )
      : createWireTarget({ ...common, wire: wireOf(variant), pass: clock.advance }),
    clock,
    settleMs: defaults.judging.settleMs,
    callTimeoutMs: defaults.judging.callTimeoutMs,
    consistency: isIntercepting(variant) ? variant.keeps : undefined,
  };
}

/** The target with policy operations in CBOR too; what no client would send is not read. */
function withCbor(target: Target): Target {
  return {
    ...target,
    offers: [...target.offers, 'wire', 'cbor'],
    async sendRaw({ input }, options) {
      const operation = readOperation({ ...input, body: bodyBytesOf(input) });
      const outcome = await target.call(operation, { ...options, protocol: 'cbor' });
      const isAnswer = outcome.kind === 'success' || outcome.kind === 'service-error';
      return isAnswer ? readAnswer(writeOutcome(operation.kind, outcome, 'cbor')) : outcome;
    },
  };
}

/** Whether the check can distinguish the variant from the reference service: by overlapping calls, or by single ones. */
export function canBeAsked(variant: Variant, { needs = [] }: Check): boolean {
  return isIntercepting(variant) === needs.includes('concurrency');
}

function isIntercepting(variant: Variant): variant is Intercepting {
  return 'intercept' in variant;
}
