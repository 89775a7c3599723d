// The two kinds of answer to a lifecycle operation.

import type { Output } from '../../api/outcome.js';
import type { AllowedTransition } from '../../api/service.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { CertificateAuthority, ServiceState } from '../state/state.js';

export type Allowed = AllowedTransition<ServiceState>;

/** The errors that the service model lists for the lifecycle operations, and the ones common to all. */
export type LifecycleError =
  | 'AccessDeniedException'
  | 'InvalidArgsException'
  | 'InvalidArnException'
  | 'InvalidNextTokenException'
  | 'InvalidRequestException'
  | 'InvalidStateException'
  | 'InvalidTagException'
  | 'MalformedCertificateException'
  | 'PermissionAlreadyExistsException'
  | 'RequestAlreadyProcessedException'
  | 'ResourceNotFoundException'
  | 'TooManyTagsException'
  | 'ValidationException';

export interface Refusal {
  readonly error: LifecycleError;
  readonly message: string;
  readonly cites?: readonly RequirementId[];
}

export function answer(next: ServiceState, output: Output = {}): Allowed {
  return { outcome: { kind: 'success', output }, next, cites: ['ST-01'] };
}

/** Every modelled error is HTTP 400 (WIRE-08). */
export function refuse(state: ServiceState, { error, message, cites = ['ST-01'] }: Refusal): Allowed {
  return { outcome: { kind: 'service-error', error, status: 400, message }, next: state, cites };
}

/** What ListTags said of a deleted CA (ST-06). */
export function refuseDeleted(state: ServiceState): Allowed {
  return refuse(state, {
    error: 'InvalidStateException',
    message: 'The certificate authority is in the DELETED state and must be restored to complete this action.',
    cites: ['ST-06'],
  });
}

/** The words of GetCertificate and its siblings for a CA in the wrong state (ST-06). */
export function refuseState(state: ServiceState, { arn }: CertificateAuthority, purpose: string): Allowed {
  return refuse(state, {
    error: 'InvalidStateException',
    message: `The certificate authority ${arn} is not in the correct state to ${purpose}.`,
    cites: ['ST-06'],
  });
}
