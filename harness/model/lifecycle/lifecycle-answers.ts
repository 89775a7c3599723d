// The answers to lifecycle operations: success and error.

import type { Output } from '../../api/outcome.js';
import type { AllowedTransition } from '../../api/service.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { CertificateAuthority, ServiceState } from '../state/state.js';

export type Allowed = AllowedTransition<ServiceState>;

/** The errors that the service model declares for the lifecycle operations, and the common errors. */
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

/** The answer of ListTags for a deleted CA (ST-06). */
export function refuseDeleted(state: ServiceState): Allowed {
  return refuse(state, {
    error: 'InvalidStateException',
    message: 'The certificate authority is in the DELETED state and must be restored to complete this action.',
    cites: ['ST-06'],
  });
}

/** The message of GetCertificate and similar operations for a CA in the wrong state (ST-06). */
export function refuseState(state: ServiceState, { arn }: CertificateAuthority, purpose: string): Allowed {
  return refuse(state, {
    error: 'InvalidStateException',
    message: `The certificate authority ${arn} is not in the correct state to ${purpose}.`,
    cites: ['ST-06'],
  });
}
