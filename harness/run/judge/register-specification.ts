// What a single client could see of one CA: the oracle, filtered by the observed answers, in the form of the checker.

import type { CertificateAuthorityStatus } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import { parseAuthorityArn } from '../../api/resource-arn.js';
import type { AllowedTransition, Oracle } from '../../api/service.js';
import type { ScheduledOperation } from '../../api/schedule.js';
import type { Effect, Specification } from '../../linearizability/specification.js';
import { outcomesAgree } from '../../model/outcomes-agree.js';
import { emptyState, withAuthority, type CertificateAuthority, type ServiceState } from '../../model/state/state.js';
import { transientReason } from './guarantees.js';
import type { RecordedInput } from './recorded-history.js';

export interface RegisterOptions {
  readonly oracle: Oracle<ServiceState>;
  readonly arn: string;
  readonly status: CertificateAuthorityStatus;
  /** Whether the CA itself is disabled or deleted in the schedule. */
  readonly changesState: boolean;
}

/** The register begins without a policy. */
export function registerSpecification(options: RegisterOptions): Specification<ServiceState, RecordedInput, Outcome> {
  const { arn, changesState } = options;
  const numbers = new Map<string, number>();
  const fingerprint = (state: ServiceState): string => {
    const { status: at = '', policy = '' } = state.authorities.get(arn) ?? {};
    const number = numbers.get(policy) ?? numbers.size;
    numbers.set(policy, number);
    return `${at} ${number}`;
  };
  const known = new WeakMap<RecordedInput, Map<string, readonly ServiceState[]>>();
  return {
    initial: [stateBefore(options)],
    fingerprint,
    step(state, input, observed) {
      // The oracle reads whole policies, and a search repeats the same question for a call.
      const ofCall = known.get(input) ?? new Map<string, readonly ServiceState[]>();
      known.set(input, ofCall);
      const key = fingerprint(state);
      const found = ofCall.get(key) ?? statesAfter(options, state, input.operation, observed);
      ofCall.set(key, found);
      return found;
    },
    effectOf: ({ operation }, observed) => effectOf(operation, observed, changesState),
  };
}

/** The CA as it is leased: without a policy. */
export function stateBefore({ arn, status }: Pick<RegisterOptions, 'arn' | 'status'>): ServiceState {
  const parts = parseAuthorityArn(arn);
  const caller = { partition: parts?.partition ?? '', region: parts?.region ?? '', account: parts?.account ?? '' };
  return withAuthority(emptyState(caller), { arn, status, type: 'SUBORDINATE' });
}

function statesAfter(
  { oracle, arn }: RegisterOptions,
  state: ServiceState,
  operation: ScheduledOperation,
  observed: Outcome | undefined,
): readonly ServiceState[] {
  const allowed = oracle.transitions(state, operation);
  const authority = state.authorities.get(arn);
  if (observed === undefined) return [...nextStates(allowed), ...believed(state, authority, operation)];
  if (transientReason(observed) !== undefined) return [state];
  if (operation.kind === 'UpdateCertificateAuthority' || operation.kind === 'DeleteCertificateAuthority') {
    // These are not judged: they only move the CA.
    return observed.kind === 'success' ? nextStates(allowed) : [state];
  }
  // What a deleted CA answers is judged at level note, where it is judged at all (ST-06, ST-07).
  if (authority?.status === 'DELETED') return [state, ...believed(state, authority, operation)];
  const fitting = allowed.filter(({ outcome }) => outcomesAgree(outcome, observed));
  if (fitting.length > 0 || operation.kind !== 'PutPolicy' || observed.kind !== 'success') return nextStates(fitting);
  // Other checks judge that a policy is accepted which must be refused; here it counts as put.
  return believed(state, authority, operation);
}

/** The state after a write that was carried out, whatever the rules say about it. */
function believed(
  state: ServiceState,
  authority: CertificateAuthority | undefined,
  operation: ScheduledOperation,
): readonly ServiceState[] {
  if (authority === undefined) return [];
  const { policy: _before, ...rest } = authority;
  if (operation.kind === 'DeletePolicy') return [withAuthority(state, rest)];
  return operation.kind === 'PutPolicy' ? [withAuthority(state, { ...rest, policy: operation.input.Policy })] : [];
}

function nextStates(transitions: readonly AllowedTransition<ServiceState>[]): readonly ServiceState[] {
  return [...new Set(transitions.map(({ next }) => next))];
}

/** While the CA stays in one state, a put or a delete has the same effect on any policy before. */
function effectOf(operation: ScheduledOperation, observed: Outcome | undefined, changesState: boolean): Effect {
  if (operation.kind === 'GetPolicy') return 'observes';
  if (observed !== undefined && observed.kind !== 'success') {
    return changesState && transientReason(observed) === undefined ? 'observes' : 'nothing';
  }
  return changesState ? 'changes' : 'overwrites';
}
