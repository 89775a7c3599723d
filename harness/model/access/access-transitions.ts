// The answers to a call by any principal: those to the owner of the CA, a refusal, or either.

import type { Operation } from '../../api/operation.js';
import type { CallerFacts } from '../../api/principal.js';
import type { AllowedTransition } from '../../api/service.js';
import type { RequirementId } from '../../catalogue/index.js';
import { findAuthority, type CertificateAuthority, type ServiceState } from '../state/state.js';
import { identityAllows, isForeign, type Decide, type Verdict } from './decide.js';
import { ownerOf, type AccessRequest } from './access-request.js';

type Allowed = AllowedTransition<ServiceState>;

export interface CallByPrincipal {
  readonly state: ServiceState;
  readonly operation: Operation;
  readonly caller: CallerFacts;
  readonly atMs: number;
  readonly decide: Decide;
  /** The answers to the owner of the CA. */
  readonly answers: (state: ServiceState) => readonly Allowed[];
}

export function accessTransitions(call: CallByPrincipal): readonly Allowed[] {
  const { state, operation, caller } = call;
  const authority = authorityOf(call);
  const account = authority === undefined ? caller.account : ownerOf(authority.arn);
  const answers = inAccount(state, account, call.answers);
  switch (verdictOn(call, authority)) {
    case 'allowed':
      return answers;
    case 'refused':
      // Whether a refusal comes before other errors is not documented (ACC-23).
      return [...refusals(state, operation, caller), ...answers.filter(({ outcome }) => outcome.kind !== 'success')];
    default:
      return [...answers, ...refusals(state, operation, caller)];
  }
}

function verdictOn(
  { operation, caller, decide }: CallByPrincipal,
  authority: CertificateAuthority | undefined,
): Verdict {
  const request = accessRequestOf(operation, caller);
  if (authority !== undefined) return decide(authority.policy, { ...request, authorityArn: authority.arn });
  return identityAllows(caller.rights, request.action) ? 'allowed' : 'refused';
}

/** The call as a policy sees it. */
export function accessRequestOf(operation: Operation, caller: CallerFacts): AccessRequest {
  const template = operation.kind === 'IssueCertificate' ? operation.input.TemplateArn : undefined;
  return { caller, action: `acm-pca:${operation.kind}`, authorityArn: namedArn(operation) ?? '', template };
}

/** The ARN of the CA in the input; undefined for operations on no CA. */
export function namedArn({ input }: Operation): string | undefined {
  if ('ResourceArn' in input) return input.ResourceArn;
  return 'CertificateAuthorityArn' in input ? input.CertificateAuthorityArn : undefined;
}

function authorityOf({ state, operation, atMs }: CallByPrincipal): CertificateAuthority | undefined {
  const arn = namedArn(operation);
  return arn === undefined ? undefined : findAuthority(state, arn, atMs);
}

/** The answers as an account gets them; the state afterwards is again that of the service. */
function inAccount(
  state: ServiceState,
  account: string,
  answers: (state: ServiceState) => readonly Allowed[],
): readonly Allowed[] {
  const { caller } = state;
  if (account === caller.account) return answers(state);
  const seen = { ...state, caller: { ...caller, account } };
  return answers(seen).map((each) => ({ ...each, next: each.next === seen ? state : { ...each.next, caller } }));
}

function refusals(state: ServiceState, operation: Operation, caller: CallerFacts): readonly Allowed[] {
  const arn = namedArn(operation);
  const isOfOther = arn !== undefined && isForeign(caller, arn);
  const cites: readonly RequirementId[] = [isOfOther ? 'AUTH-04' : 'AUTH-01'];
  const refuse = (error: string, message: string): Allowed => ({
    outcome: { kind: 'service-error', error, status: 400, message },
    next: state,
    cites,
  });
  const action = `acm-pca:${operation.kind}`;
  const subject = caller.arn ?? `arn:${state.caller.partition}:iam::${caller.account}:root`;
  const side = isOfOther ? 'resource-based' : 'identity-based';
  const denied = `User: ${subject} is not authorized to perform: ${action}${arn === undefined ? '' : ` on resource: ${arn}`} because no ${side} policy allows the ${action} action`;
  return [
    refuse('AccessDeniedException', denied),
    ...(arn === undefined ? [] : [refuse('ResourceNotFoundException', `Could not find certificate authority ${arn}.`)]),
  ];
}
