// Ways to mutate the decisions about calls, for mutants and variants whose answers to the owner are correct.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { CallerFacts } from '../api/principal.js';
import type { AccessRequest } from '../model/access/access-request.js';
import { ownerOf } from '../model/access/access-request.js';
import { accessRequestOf, namedArn } from '../model/access/access-transitions.js';
import { decide, isForeign, type Verdict } from '../model/access/decide.js';
import { mutate, policyAt, refusal, type ServiceMutation } from './mutate.js';

/** One change or refused change of the policy of a CA, oldest first. */
export interface PolicyChange {
  readonly arn: string;
  /** Absent if the policy was deleted. */
  readonly text?: string | undefined;
  readonly accepted: boolean;
  readonly atMs: number;
}

/** A call on a CA, with all that a decision may be made from. */
export interface AccessCall {
  readonly operation: Operation;
  readonly request: AccessRequest;
  readonly caller: CallerFacts;
  /** Whether the caller is of another account than the CA. */
  readonly isForeign: boolean;
  /** The policy of the CA. */
  readonly policy: string | undefined;
  /** The right decision. */
  readonly right: Verdict;
  /** What happened to the policies of all CAs, and to that of the CA. */
  readonly changes: readonly PolicyChange[];
  readonly own: readonly PolicyChange[];
  readonly atMs: number;
}

/** Decides about calls in another way; undefined leaves the decision as it is. Calls on no CA are not changed. */
export function decides(otherwise: (call: AccessCall) => Verdict | undefined): ServiceMutation {
  return withDecision((call, ask, askAsOwner) => {
    const verdict = otherwise(call);
    if (verdict === undefined || verdict === 'either') return ask();
    return verdict === 'allowed' ? askAsOwner() : denied;
  });
}

/** Lets in calls that have to be refused. */
export function letsIn(when: (call: AccessCall) => boolean): ServiceMutation {
  return decides((call) => (call.right === 'refused' && when(call) ? 'allowed' : undefined));
}

/** Lets in calls of other accounts that have to be refused. */
export function letsOthersIn(when: (call: AccessCall) => boolean): ServiceMutation {
  return letsIn((call) => call.isForeign && when(call));
}

/** Refuses calls that have to be let in. */
export function keepsOut(when: (call: AccessCall) => boolean): ServiceMutation {
  return decides((call) => (call.right !== 'refused' && when(call) ? 'refused' : undefined));
}

/** Answers calls that are refused in another way. */
export function answersRefusals(
  otherwise: (right: Outcome, call: AccessCall, askAsOwner: () => Outcome) => Outcome | undefined,
): ServiceMutation {
  return withDecision((call, ask, askAsOwner) => {
    const right = ask();
    return call.right === 'refused' && right.kind === 'service-error'
      ? (otherwise(right, call, askAsOwner) ?? right)
      : right;
  });
}

export const denied = refusal('AccessDeniedException');

/** Whether the policy allows the call once something about it is different. */
export function allowsWith(
  { policy, request }: Pick<AccessCall, 'policy' | 'request'>,
  change: Partial<Omit<AccessRequest, 'caller'>> & { readonly caller?: Partial<CallerFacts> },
): boolean {
  const { caller, ...rest } = change;
  return (
    policy !== undefined &&
    decide(policy, { ...request, ...rest, caller: { ...request.caller, ...caller } }) === 'allowed'
  );
}

/** Whether another policy allows the call. */
export function isAllowedBy(policy: string | undefined, { request }: Pick<AccessCall, 'request'>): boolean {
  return policy !== undefined && decide(policy, request) === 'allowed';
}

/** The decision under another policy, or under none. */
export function decideBy(policy: string | undefined, { request }: Pick<AccessCall, 'request'>): Verdict {
  return decide(policy, request);
}

type Decided = (call: AccessCall, ask: () => Outcome, askAsOwner: () => Outcome) => Outcome;

function withDecision(decided: Decided): ServiceMutation {
  return mutate<readonly PolicyChange[]>([], ({ operation, caller: given, memory, remember, ask, askAs, ...rest }) => {
    const arn = namedArn(operation);
    const owner: CallerFacts = { account: ownerOf(arn ?? ''), rights: 'all' };
    const caller = given ?? owner;
    const outcome =
      arn === undefined
        ? ask(operation)
        : decided(
            callOf({ operation, arn, caller, changes: memory, policy: policyAt(rest, arn), atMs: rest.atMs }),
            () => ask(operation),
            () => askAs(undefined, operation),
          );
    if (arn !== undefined && operation.kind === 'PutPolicy') {
      const accepted = outcome.kind === 'success';
      remember([...memory, { arn, text: operation.input.Policy, accepted, atMs: rest.atMs }]);
    }
    if (arn !== undefined && operation.kind === 'DeletePolicy' && outcome.kind === 'success') {
      remember([...memory, { arn, accepted: true, atMs: rest.atMs }]);
    }
    return outcome;
  });
}

function callOf({
  operation,
  arn,
  caller,
  changes,
  policy,
  atMs,
}: Pick<AccessCall, 'operation' | 'caller' | 'changes' | 'policy' | 'atMs'> & { readonly arn: string }): AccessCall {
  const request = accessRequestOf(operation, caller);
  return {
    operation,
    request,
    caller,
    isForeign: isForeign(caller, arn),
    policy,
    right: decide(policy, request),
    changes,
    own: changes.filter((change) => change.arn === arn),
    atMs,
  };
}
