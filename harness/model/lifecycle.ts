// The life of a CA as far as the suite needs it: created, activated, disabled, deleted, restored (ST-01 to ST-03, ST-09).
// CSRs and certificates are texts of the right form that name what they stand for; nothing in the suite reads them.

import { createHash } from 'node:crypto';
import type { CertificateAuthorityStatus, Operation, OperationOf, PolicyOperation } from '../api/operation.js';
import type { Output } from '../api/outcome.js';
import { formatAuthorityArn } from '../api/resource-arn.js';
import type { AllowedTransition, CallContext } from '../api/service.js';
import { withAuthority, type CertificateAuthority, type ServiceState } from './state.js';

type Allowed = AllowedTransition<ServiceState>;
type LifecycleOperation = Exclude<Operation, PolicyOperation>;

const deletableIn: readonly CertificateAuthorityStatus[] = [
  'PENDING_CERTIFICATE',
  'CREATING',
  'EXPIRED',
  'DISABLED',
  'FAILED',
];

export function lifecycleTransitions(
  state: ServiceState,
  operation: LifecycleOperation,
  _context: CallContext,
): readonly Allowed[] {
  if (operation.kind === 'CreateCertificateAuthority') return [create(state, operation)];
  const authority = state.authorities.get(operation.input.CertificateAuthorityArn);
  if (authority === undefined) return [refuse(state, 'ResourceNotFoundException')];
  switch (operation.kind) {
    case 'DescribeCertificateAuthority':
      return [answer(state, { CertificateAuthority: describe(authority) })];
    case 'GetCertificateAuthorityCsr':
      return [answer(state, { Csr: pem('CERTIFICATE REQUEST', authority.arn) })];
    case 'IssueCertificate':
      return [issue(state, authority, operation)];
    case 'GetCertificate':
      return [getCertificate(state, operation)];
    case 'ImportCertificateAuthorityCertificate':
      return [move(state, authority, ['PENDING_CERTIFICATE', 'ACTIVE', 'DISABLED'], 'ACTIVE')];
    case 'UpdateCertificateAuthority':
      return [move(state, authority, ['ACTIVE', 'DISABLED'], operation.input.Status)];
    case 'DeleteCertificateAuthority':
      return [move(state, { ...authority, statusBeforeDeletion: authority.status }, deletableIn, 'DELETED')];
    case 'RestoreCertificateAuthority':
      return restore(state, authority);
    default:
      return operation satisfies never;
  }
}

function create(state: ServiceState, { input }: OperationOf<'CreateCertificateAuthority'>): Allowed {
  const known = state.tokens.get(input.IdempotencyToken);
  if (known !== undefined) return answer(state, { CertificateAuthorityArn: known });
  const arn = formatAuthorityArn({ ...state.caller, id: nthId(state.authorities.size + 1) });
  const created = withAuthority(state, {
    arn,
    type: input.CertificateAuthorityType,
    status: 'PENDING_CERTIFICATE',
  });
  const tokens = new Map(state.tokens).set(input.IdempotencyToken, arn);
  return answer({ ...created, tokens }, { CertificateAuthorityArn: arn });
}

/** A UUID that depends on nothing but the number of CAs before it, so that two runs see the same ARNs. */
function nthId(count: number): string {
  const hex = createHash('sha256').update(`certificate-authority ${count}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function describe({ arn, type, status }: CertificateAuthority): Output {
  return { Arn: arn, Type: type, Status: status };
}

function pem(label: string, text: string): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(text).toString('base64')}\n-----END ${label}-----\n`;
}

function issue(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'IssueCertificate'>,
): Allowed {
  const issuesItsOwn = input.TemplateArn.includes('template/RootCACertificate/');
  if (authority.status !== 'ACTIVE' && !issuesItsOwn) return refuse(state, 'InvalidStateException');
  const serial = createHash('sha256')
    .update(`certificate ${state.certificates.size + 1}`)
    .digest('hex')
    .slice(0, 32);
  const arn = `${authority.arn}/certificate/${serial}`;
  const certificates = new Map(state.certificates).set(arn, pem('CERTIFICATE', arn));
  return answer({ ...state, certificates }, { CertificateArn: arn });
}

function getCertificate(state: ServiceState, { input }: OperationOf<'GetCertificate'>): Allowed {
  const certificate = state.certificates.get(input.CertificateArn);
  return certificate === undefined
    ? refuse(state, 'ResourceNotFoundException')
    : answer(state, { Certificate: certificate });
}

function move(
  state: ServiceState,
  authority: CertificateAuthority,
  from: readonly CertificateAuthorityStatus[],
  to: CertificateAuthorityStatus,
): Allowed {
  if (!from.includes(authority.status)) return refuse(state, 'InvalidStateException');
  return answer(withAuthority(state, { ...authority, status: to }), {});
}

/** Whether the policy survives deletion and restoration is not documented, so both are allowed (ST-03). */
function restore(state: ServiceState, authority: CertificateAuthority): readonly Allowed[] {
  const { statusBeforeDeletion, policy, ...rest } = authority;
  if (authority.status !== 'DELETED' || statusBeforeDeletion === undefined) {
    return [refuse(state, 'InvalidStateException')];
  }
  const restored = { ...rest, status: statusBeforeDeletion };
  const withoutPolicy = answer(withAuthority(state, restored), {});
  return policy === undefined
    ? [withoutPolicy]
    : [answer(withAuthority(state, { ...restored, policy }), {}), withoutPolicy];
}

function answer(next: ServiceState, output: Output): Allowed {
  return { outcome: { kind: 'success', output }, next, cites: ['ST-01'] };
}

function refuse(state: ServiceState, error: 'InvalidStateException' | 'ResourceNotFoundException'): Allowed {
  return { outcome: { kind: 'service-error', error, status: 400 }, next: state, cites: ['ST-01'] };
}
