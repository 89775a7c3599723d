// Reads a decision about access from an answer. Texts are never read: they do not tell which side refused.

import { shareableActions } from '../../api/actions.js';
import { callerErrors } from '../../api/common-errors.js';
import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import { principalNames, type PrincipalName } from '../../api/principal.js';
import type { ApiCall } from '../../api/raw-request.js';
import { normalizedErrorName } from '../../model/outcomes-agree.js';

export type Decision = 'allowed' | 'refused';

/** What makes two calls the same, whatever the protocol; calls of different principals differ. */
export function callKey({ kind, input }: ApiCall, as?: PrincipalName): string {
  return JSON.stringify(as === undefined ? [kind, input] : [kind, input, as]);
}

/** A call, before it is written in a protocol, and its answer. */
export interface GivenAnswer {
  readonly call: ApiCall;
  /** Who made it, if not the owner of the CAs. */
  readonly as?: PrincipalName | undefined;
  readonly outcome: Outcome;
}

/** The answers of a case by the keys of the calls. */
type Answers = ReadonlyMap<string, Outcome>;

/** The latest answer to each call. */
export function latestAnswers(answers: readonly GivenAnswer[] = []): Answers {
  return new Map(answers.map(({ call, as, outcome }) => [callKey(call, as), outcome]));
}

/**
 * The decision that an answer shows; undefined if it shows none. Any error other than a refusal shows that the call was
 * let in, if the owner gets the same for the same input and somebody else a refusal: whether a service looks at the caller
 * or at the input first is not documented (ACC-23).
 */
export function decisionOf(
  operation: Operation,
  as: PrincipalName | undefined,
  outcome: Outcome,
  answers: Answers = new Map(),
): Decision | undefined {
  if (outcome.kind === 'success') return 'allowed';
  if (isRefusal(operation, as, outcome, answers)) return 'refused';
  if (as === undefined || outcome.kind !== 'service-error') return undefined;
  const ofOwner = answers.get(callKey(operation));
  const isOwn =
    ofOwner?.kind === 'service-error' && normalizedErrorName(ofOwner.error) === normalizedErrorName(outcome.error);
  const isRefusedToOthers = principalNames.some((name) => {
    const other = name === as ? undefined : answers.get(callKey(operation, name));
    return other !== undefined && isRefusal(operation, name, other, answers);
  });
  return isOwn && isRefusedToOthers ? 'allowed' : undefined;
}

/**
 * A CA that is there and not found is refused; how a refusal has to be named is judged by AUTH-01 alone. Errors about
 * credentials, such as expired ones, and pages without a name, such as those of a proxy, decide nothing.
 */
function isRefusal(operation: Operation, as: PrincipalName | undefined, outcome: Outcome, answers: Answers): boolean {
  if (outcome.kind !== 'service-error') return false;
  const { error, status } = outcome;
  if (error === 'ResourceNotFoundException') return as !== undefined && findsTheRest(operation, answers);
  if (error === 'AccessDeniedException') return true;
  return (status === 401 || status === 403) && !callerErrors.includes(error);
}

/** Whether only the CA can be missing: what else the call names is never missing, or was found for the owner. */
function findsTheRest(operation: Operation, answers: Answers): boolean {
  const namesMore = ['GetPolicy', 'DeletePermission', 'GetCertificate', 'RevokeCertificate'];
  return !namesMore.includes(operation.kind) || answers.get(callKey(operation))?.kind === 'success';
}

/** Whether a policy can grant the operation. */
export function isShareable({ kind }: Operation): boolean {
  return shareableActions.includes(`acm-pca:${kind}`);
}
