// The permissions that a CA grants to the service principal of ACM.
// Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_CreatePermission.html

import type { OperationOf } from '../../api/operation.js';
import { answer, refuse, refuseDeleted, type Allowed } from './lifecycle-answers.js';
import { answerPage } from './lifecycle-page.js';
import { withAuthority, type CertificateAuthority, type Permission, type ServiceState } from '../state/state.js';

const grantable = ['IssueCertificate', 'GetCertificate', 'ListPermissions'];

export function createPermission(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'CreatePermission'>,
  atMs: number,
): Allowed {
  if (authority.status === 'DELETED') return refuseDeleted(state);
  const { Principal: principal, Actions: actions, SourceAccount: sourceAccount = state.caller.account } = input;
  if (principal !== 'acm.amazonaws.com') {
    const message = `The principal ${principal} cannot be granted permissions; only acm.amazonaws.com can.`;
    return refuse(state, { error: 'ValidationException', message });
  }
  // The observed message of the service (ERR-01).
  if (!grantable.every((action) => actions.includes(action))) {
    const message = 'Permissions must contain all three actions';
    return refuse(state, { error: 'ValidationException', message, cites: ['ERR-01'] });
  }
  const permissions = authority.permissions ?? [];
  if (permissions.some((each) => each.principal === principal && each.sourceAccount === sourceAccount)) {
    const message = `The principal ${principal} has been granted permissions already.`;
    return refuse(state, { error: 'PermissionAlreadyExistsException', message });
  }
  const granted: Permission = { principal, sourceAccount, actions, createdAtMs: atMs };
  return answer(withAuthority(state, { ...authority, permissions: [...permissions, granted] }));
}

export function deletePermission(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'DeletePermission'>,
): Allowed {
  if (authority.status === 'DELETED') return refuseDeleted(state);
  const { Principal: principal, SourceAccount: sourceAccount = state.caller.account } = input;
  const before = authority.permissions ?? [];
  const permissions = before.filter((each) => each.principal !== principal || each.sourceAccount !== sourceAccount);
  if (permissions.length === before.length) {
    const message = `The principal ${principal} has not been granted permissions.`;
    return refuse(state, { error: 'ResourceNotFoundException', message });
  }
  return answer(withAuthority(state, { ...authority, permissions }));
}

export function listPermissions(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'ListPermissions'>,
): Allowed {
  if (authority.status === 'DELETED') return refuseDeleted(state);
  const permissions = (authority.permissions ?? []).map((each) => ({
    CertificateAuthorityArn: authority.arn,
    CreatedAt: new Date(each.createdAtMs),
    Principal: each.principal,
    SourceAccount: each.sourceAccount,
    Actions: each.actions,
  }));
  return answerPage(state, input, 'Permissions', permissions);
}
