// The oracle: a pure function from state and operation to every answer that the evidence allows, preferred first.
// This folder holds what the service may answer: the oracle and the reference service.

import { newestConstraints, type Constraints } from '../api/constraints.js';
import type { Operation, PolicyOperation } from '../api/operation.js';
import { answerOf, success, type Outcome } from '../api/outcome.js';
import type { AllowedTransition, CallContext, Oracle } from '../api/service.js';
import type { RequirementId } from '../catalogue/index.js';
import type { Answer } from '../catalogue/requirement.js';
import { accessTransitions } from './access/access-transitions.js';
import { decide, type Decide } from './access/decide.js';
import { objectionsToArn } from './check-arn.js';
import { objectionsToPolicy } from './policy/check-policy-text.js';
import { objectionsToState } from './check-state.js';
import { lifecycleTransitions } from './lifecycle/lifecycle.js';
import { foreignGrantees } from './policy/foreign-grantees.js';
import { combineObjections, mayBeAccepted, type AllowedAnswer, type Objection } from './policy/objection.js';
import { findAuthority, withAuthority, type CertificateAuthority, type ServiceState } from './state/state.js';
import { knownMessage } from './messages.js';

/** An oracle with its constraints. */
export interface PolicyOracle extends Oracle<ServiceState> {
  readonly constraints: Constraints;
}

/** The oracle of one revision of the service model. */
export function createOracle(constraints: Constraints, decides: Decide = decide): PolicyOracle {
  return {
    constraints,
    transitions(state, operation, context = { atMs: 0 }) {
      const { caller, atMs } = context;
      const answers = (seen: ServiceState): readonly Allowed[] =>
        ownerTransitions(constraints, seen, operation, context);
      return caller === undefined
        ? answers(state)
        : accessTransitions({ state, operation, caller, atMs, decide: decides, answers });
    },
  };
}

/** The answers to the account that owns the CA. */
function ownerTransitions(
  constraints: Constraints,
  state: ServiceState,
  operation: Operation,
  context: CallContext,
): readonly Allowed[] {
  switch (operation.kind) {
    case 'PutPolicy':
    case 'GetPolicy':
    case 'DeletePolicy':
      return policyTransitions(constraints, state, operation, context.atMs);
    default:
      return lifecycleTransitions(state, operation, context);
  }
}

/** The oracle of the newest revision. */
export const oracle: PolicyOracle = createOracle(newestConstraints);

/** The requirements of the objections to a call. */
export interface ObjectedBy {
  /** The requirements that forbid success. */
  readonly forbidding: readonly RequirementId[];
  /** The requirements that permit success or an error. */
  readonly open: readonly RequirementId[];
}

/** The requirements that object to a policy operation in a state. Pure. */
export function objectedBy({ constraints }: PolicyOracle, state: ServiceState, operation: PolicyOperation): ObjectedBy {
  const { objections } = objectionsTo(constraints, state, operation, 0);
  return {
    forbidding: requirementsOf(objections.filter(({ answers }) => !answers.includes('Success'))),
    open: requirementsOf(objections.filter(({ answers }) => answers.includes('Success'))),
  };
}

function requirementsOf(objections: readonly Objection[]): readonly RequirementId[] {
  return [...new Set(objections.map(({ requirement }) => requirement))];
}

type Allowed = AllowedTransition<ServiceState>;

function policyTransitions(
  constraints: Constraints,
  state: ServiceState,
  operation: PolicyOperation,
  atMs: number,
): readonly Allowed[] {
  const { authority, objections } = objectionsTo(constraints, state, operation, atMs);
  const transitions = combineObjections(objections).map((allowed) =>
    allowed.answer === 'Success' && authority !== undefined
      ? succeed(state, operation, authority, allowed)
      : refuse(state, operation, allowed),
  );
  return withoutRepetition(transitions);
}

function objectionsTo(
  constraints: Constraints,
  state: ServiceState,
  operation: PolicyOperation,
  atMs: number,
): { readonly authority: CertificateAuthority | undefined; readonly objections: readonly Objection[] } {
  const { ResourceArn: arn } = operation.input;
  const find = (named: string): CertificateAuthority | undefined => findAuthority(state, named, atMs);
  // No CA has a longer ARN, and a look-up with an ARN of a mebibyte would be slow.
  const authority =
    arn.length > constraints.resourceArn.maxLength ? undefined : (find(arn) ?? find(withIdInLowerCase(arn)));
  const objections: Objection[] = [
    ...objectionsToArn(
      constraints,
      { caller: state.caller, exists: (named) => find(named) !== undefined },
      arn,
      operation.kind,
    ),
    ...(authority === undefined ? [] : objectionsToState(authority, operation.kind)),
    ...(operation.kind === 'PutPolicy' ? objectionsToPut(constraints, state, operation.input.Policy, authority) : []),
  ];
  return { authority, objections };
}

/** Without a policy both a permitted and a rejected read may return ResourceNotFoundException. */
function withoutRepetition(transitions: readonly Allowed[]): readonly Allowed[] {
  return transitions.filter(
    ({ outcome, next }, index) =>
      transitions.findIndex((each) => each.next === next && answerOf(each.outcome) === answerOf(outcome)) === index,
  );
}

/** An id in upper case may name the same CA (ARN-10); otherwise ARNs are compared exactly (ISO-01). */
function withIdInLowerCase(arn: string): string {
  const slash = arn.lastIndexOf('/');
  return arn.slice(0, slash) + arn.slice(slash).toLowerCase();
}

/** If the CA does not exist, the policy is still judged, because either error is allowed (PP-04). */
function objectionsToPut(
  constraints: Constraints,
  state: ServiceState,
  policy: string,
  authority: CertificateAuthority | undefined,
): readonly Objection[] {
  const { partition, account } = state.caller;
  if (authority !== undefined) {
    const objections = objectionsToPolicy(constraints, policy, { authorityArn: authority.arn, partition, account });
    const isUnknown = foreignGrantees(policy, account).some((grantee) => state.knownGrantees?.has(grantee) !== true);
    return isUnknown ? [...objections, mayBeAccepted('POL-35')] : objections;
  }
  // The Resource cannot be compared with an unknown CA, so only other objections count.
  return objectionsToPolicy(constraints, policy, { authorityArn: '', partition, account }).filter(
    ({ requirement }) => requirement !== 'POL-31' && requirement !== 'POL-32',
  );
}

function refuse(state: ServiceState, operation: PolicyOperation, { answer, cites }: AllowedAnswer): Allowed {
  return { outcome: serviceError(answer, knownMessage(answer, cites, operation)), next: state, cites };
}

function succeed(
  state: ServiceState,
  operation: PolicyOperation,
  authority: CertificateAuthority,
  { cites }: AllowedAnswer,
): Allowed {
  switch (operation.kind) {
    case 'PutPolicy': {
      const next = withAuthority(state, { ...authority, policy: operation.input.Policy });
      return { outcome: success({}), next, cites: ['PP-01', ...cites] };
    }
    case 'DeletePolicy': {
      const { policy: removed, ...rest } = authority;
      const cited = removed === undefined ? 'DP-02' : 'DP-01';
      return { outcome: success({}), next: withAuthority(state, rest), cites: [cited, ...cites] };
    }
    case 'GetPolicy':
      return authority.policy === undefined
        ? refuse(state, operation, { answer: 'ResourceNotFoundException', cites: ['GP-01', ...cites] })
        : { outcome: success({ Policy: authority.policy }), next: state, cites: ['GP-03', ...cites] };
    default:
      return operation satisfies never;
  }
}

/** Every modelled error is HTTP 400 (WIRE-08); of the two documented statuses for denied access, 400 was observed. */
function serviceError(error: Answer, message: string | undefined): Outcome {
  return { kind: 'service-error', error, status: 400, ...(message === undefined ? {} : { message }) };
}
