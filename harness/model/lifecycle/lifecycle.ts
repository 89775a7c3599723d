// Dispatches the lifecycle operations of CAs to the functions of the model.

import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import type { Operation, OperationName, OperationOf, PolicyOperation } from '../../api/operation.js';
import { parseAuthorityArn } from '../../api/resource-arn.js';
import type { CallContext } from '../../api/service.js';
import { answer, refuse, type Allowed, type Refusal } from './lifecycle-answers.js';
import {
  getAuthorityCertificate,
  getCertificate,
  getCsr,
  issueCertificate,
  revokeCertificate,
} from './lifecycle-certificates.js';
import { createAuthority, describeAuthority, listAuthorities } from './lifecycle-creation.js';
import { createPermission, deletePermission, listPermissions } from './lifecycle-permissions.js';
import { deleteAuthority, importCertificate, restoreAuthority, updateAuthority } from './lifecycle-states.js';
import { listTags, tagAuthority, untagAuthority } from './lifecycle-tags.js';
import { findAuthority, type CertificateAuthority, type ServiceState } from '../state/state.js';

type LifecycleOperation = Exclude<Operation, PolicyOperation>;
type OnAuthority = Exclude<
  LifecycleOperation,
  OperationOf<'CreateCertificateAuthority'> | OperationOf<'ListCertificateAuthorities'>
>;

export function lifecycleTransitions(
  state: ServiceState,
  operation: LifecycleOperation,
  { atMs }: CallContext,
): readonly Allowed[] {
  switch (operation.kind) {
    case 'CreateCertificateAuthority':
      return [createAuthority(state, operation, atMs)];
    case 'ListCertificateAuthorities':
      return [listAuthorities(state, operation, atMs)];
    default: {
      const arn = operation.input.CertificateAuthorityArn;
      const authority = findAuthority(state, arn, atMs);
      if (authority === undefined) return [refuse(state, objectionToMissing(state, arn, operation.kind))];
      if (operation.kind === 'RestoreCertificateAuthority') return restoreAuthority(state, authority, atMs);
      return [answerOnAuthority(state, authority, operation, atMs)];
    }
  }
}

function answerOnAuthority(
  state: ServiceState,
  authority: CertificateAuthority,
  operation: Exclude<OnAuthority, OperationOf<'RestoreCertificateAuthority'>>,
  atMs: number,
): Allowed {
  switch (operation.kind) {
    case 'DescribeCertificateAuthority':
      return answer(state, { CertificateAuthority: describeAuthority(authority) });
    case 'GetCertificateAuthorityCsr':
      return getCsr(state, authority);
    case 'IssueCertificate':
      return issueCertificate(state, authority, operation, atMs);
    case 'GetCertificate':
      return getCertificate(state, authority, operation);
    case 'ImportCertificateAuthorityCertificate':
      return importCertificate(state, authority, operation, atMs);
    case 'GetCertificateAuthorityCertificate':
      return getAuthorityCertificate(state, authority);
    case 'RevokeCertificate':
      return revokeCertificate(state, authority, operation);
    case 'UpdateCertificateAuthority':
      return updateAuthority(state, authority, operation, atMs);
    case 'DeleteCertificateAuthority':
      return deleteAuthority(state, authority, operation, atMs);
    case 'CreatePermission':
      return createPermission(state, authority, operation, atMs);
    case 'DeletePermission':
      return deletePermission(state, authority, operation);
    case 'ListPermissions':
      return listPermissions(state, authority, operation);
    case 'ListTags':
      return listTags(state, authority, operation);
    case 'TagCertificateAuthority':
      return tagAuthority(state, authority, operation);
    case 'UntagCertificateAuthority':
      return untagAuthority(state, authority, operation);
    default:
      return operation satisfies never;
  }
}

/** The live answers of DescribeCertificateAuthority for ARNs that are not of a CA (ARN-02 to ARN-04, ARN-11, AUTH-04). */
function objectionToMissing(state: ServiceState, arn: string, operation: OperationName): Refusal {
  const violated = violatesConstraint(arn, newestConstraints.resourceArn);
  if (violated !== undefined) {
    const message = `1 validation error detected: the value at 'certificateAuthorityArn' is outside its ${violated}.`;
    return { error: 'ValidationException', message, cites: ['ARN-02'] };
  }
  const parts = parseAuthorityArn(arn);
  const { partition, region, account } = state.caller;
  if (parts === undefined || parts.partition !== partition || parts.region !== region) {
    return { error: 'InvalidArnException', message: 'Not a valid arn.', cites: ['ARN-03', 'ARN-11'] };
  }
  if (parts.account !== account) {
    const message = `The caller is not authorized to perform: acm-pca:${operation} on resource: ${arn} because no resource-based policy allows the acm-pca:${operation} action`;
    return { error: 'AccessDeniedException', message, cites: ['AUTH-04'] };
  }
  return {
    error: 'ResourceNotFoundException',
    message: `Could not find certificate authority ${arn}.`,
    cites: ['ARN-04'],
  };
}
