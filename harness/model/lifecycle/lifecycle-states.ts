// The state changes of a CA: activation, disabling, deletion, restoration (ST-01 to ST-03, ST-09).

import type { CertificateAuthorityStatus, OperationOf } from '../../api/operation.js';
import { answer, refuse, refuseState, type Allowed, type LifecycleError } from './lifecycle-answers.js';
import { withAuthority, type CertificateAuthority, type ServiceState } from '../state/state.js';

const dayMs = 86_400_000;

const deletableIn: readonly CertificateAuthorityStatus[] = [
  'PENDING_CERTIFICATE',
  'CREATING',
  'EXPIRED',
  'DISABLED',
  'FAILED',
];

export function importCertificate(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'ImportCertificateAuthorityCertificate'>,
  atMs: number,
): Allowed {
  if (!['PENDING_CERTIFICATE', 'ACTIVE', 'DISABLED', 'EXPIRED'].includes(authority.status)) {
    return refuseState(state, authority, 'import a certificate');
  }
  if (authority.type === 'SUBORDINATE' && (input.CertificateChain ?? []).length === 0) {
    return refuse(state, {
      error: 'MalformedCertificateException',
      message: 'A certificate chain is required to import the certificate of a subordinate CA.',
    });
  }
  return answer(withAuthority(state, inStatus(authority, 'ACTIVE', atMs)));
}

export function updateAuthority(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'UpdateCertificateAuthority'>,
  atMs: number,
): Allowed {
  const { Status: status, RevocationConfiguration: revocation } = input;
  if (!['ACTIVE', 'DISABLED'].includes(authority.status)) {
    const message = 'The certificate authority must be in the ACTIVE or DISABLED state to be updated';
    return refuse(state, { error: 'InvalidStateException', message, cites: ['ST-09'] });
  }
  if (status !== undefined && status !== 'ACTIVE' && status !== 'DISABLED') {
    return refuse(state, { error: 'InvalidArgsException', message: `A CA cannot be updated to the state ${status}.` });
  }
  const moved = status === undefined ? authority : inStatus(authority, status, atMs);
  const { profile } = moved;
  if (profile === undefined || revocation === undefined) return answer(withAuthority(state, moved));
  return answer(withAuthority(state, { ...moved, profile: { ...profile, revocation } }));
}

export function deleteAuthority(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'DeleteCertificateAuthority'>,
  atMs: number,
): Allowed {
  const { PermanentDeletionTimeInDays: days = 30 } = input;
  const refuseWith = (error: LifecycleError, message: string): Allowed =>
    refuse(state, { error, message, cites: ['ST-02'] });
  if (!Number.isInteger(days) || days < 7 || days > 30) {
    return refuseWith('ValidationException', 'PermanentDeletionTimeInDays must be a whole number from 7 to 30.');
  }
  if (!deletableIn.includes(authority.status)) {
    return refuseWith('InvalidStateException', 'The certificate authority is not in a valid state for deletion.');
  }
  const { profile, ...deleted } = inStatus(authority, 'DELETED', atMs);
  const restorable = profile === undefined ? {} : { profile: { ...profile, restorableUntilMs: atMs + days * dayMs } };
  return answer(withAuthority(state, { ...deleted, statusBeforeDeletion: authority.status, ...restorable }));
}

/** Whether a restored CA has its former policy is not documented, so both are allowed (ST-03). */
export function restoreAuthority(
  state: ServiceState,
  authority: CertificateAuthority,
  atMs: number,
): readonly Allowed[] {
  const { statusBeforeDeletion, policy, ...rest } = authority;
  if (authority.status !== 'DELETED' || statusBeforeDeletion === undefined) {
    const message = 'The certificate authority is not in the DELETED state, so it cannot be restored.';
    return [refuse(state, { error: 'InvalidStateException', message, cites: ['ST-03'] })];
  }
  const restored = withoutDeadline(inStatus(rest, statusBeforeDeletion, atMs));
  const fates = policy === undefined ? [restored] : [{ ...restored, policy }, restored];
  return fates.map((fate) => ({ ...answer(withAuthority(state, fate)), cites: ['ST-03'] }));
}

function withoutDeadline({ profile, ...authority }: CertificateAuthority): CertificateAuthority {
  if (profile === undefined) return authority;
  const { restorableUntilMs: _over, ...kept } = profile;
  return { ...authority, profile: kept };
}

function inStatus(
  authority: CertificateAuthority,
  status: CertificateAuthorityStatus,
  atMs: number,
): CertificateAuthority {
  if (authority.profile === undefined || authority.status === status) return { ...authority, status };
  return { ...authority, status, profile: { ...authority.profile, lastStateChangeAtMs: atMs } };
}
