// Functions that make the steps of cases, one for each operation.

import type { GuaranteeName, Step } from '../harness/api/case.js';
import type { Protocol } from '../harness/api/protocol.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import type { Answers } from './flaw.js';

type Role = Step['role'];

interface CallOptions {
  readonly arn?: string;
  readonly acceptable?: Answers;
  readonly requirement?: RequirementId;
  readonly guarantee?: GuaranteeName;
  readonly protocol?: Protocol;
}

/** The ARN token of the n-th CA of a case. */
export function arnToken(index = 0): string {
  return `{{ca${index}.arn}}`;
}

export function put(role: Role, policy: string, { arn = arnToken(), ...judged }: CallOptions = {}): Step {
  return { role, operation: { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: policy } }, ...judged };
}

export function get(role: Role, { arn = arnToken(), ...judged }: CallOptions = {}): Step {
  return { role, operation: { kind: 'GetPolicy', input: { ResourceArn: arn } }, ...judged };
}

export function remove(role: Role, { arn = arnToken(), ...judged }: CallOptions = {}): Step {
  return { role, operation: { kind: 'DeletePolicy', input: { ResourceArn: arn } }, ...judged };
}

/** A step of the named operation; only PutPolicy uses `policy`. */
export function call(role: Role, name: PolicyOperationName, policy: string, options: CallOptions): Step {
  switch (name) {
    case 'PutPolicy':
      return put(role, policy, options);
    case 'GetPolicy':
      return get(role, options);
    case 'DeletePolicy':
      return remove(role, options);
    default:
      return name satisfies never;
  }
}

/** Disables an ACTIVE CA. */
export function disableCa(arn = arnToken()): Step {
  return updateAuthority(arn, 'DISABLED');
}

/** Enables a DISABLED CA. */
export function enableCa(arn = arnToken()): Step {
  return updateAuthority(arn, 'ACTIVE');
}

/** Deletes the CA with the shortest restoration period. */
export function deleteCa(arn = arnToken()): Step {
  const input = { CertificateAuthorityArn: arn, PermanentDeletionTimeInDays: 7 };
  return { role: 'control', operation: { kind: 'DeleteCertificateAuthority', input } };
}

/** Restores a deleted CA to the state it had before the deletion. */
export function restoreCa(arn = arnToken()): Step {
  const input = { CertificateAuthorityArn: arn };
  return { role: 'control', operation: { kind: 'RestoreCertificateAuthority', input } };
}

function updateAuthority(arn: string, status: 'ACTIVE' | 'DISABLED'): Step {
  const input = { CertificateAuthorityArn: arn, Status: status };
  return { role: 'control', operation: { kind: 'UpdateCertificateAuthority', input } };
}
