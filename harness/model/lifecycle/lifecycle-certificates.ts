// Certificate signing requests, and certificates: issued, returned, revoked.
// The texts are placeholders in the right form; a host with keys replaces them by real ones.

import { createHash } from 'node:crypto';
import type { CertificateAuthorityStatus, KeyAlgorithm, OperationOf } from '../../api/operation.js';
import { answer, refuse, refuseState, type Allowed } from './lifecycle-answers.js';
import { arnMadeFor, rememberToken } from './lifecycle-tokens.js';
import type { CertificateAuthority, ServiceState } from '../state/state.js';

const withCsr: readonly CertificateAuthorityStatus[] = ['PENDING_CERTIFICATE', 'ACTIVE', 'DISABLED', 'EXPIRED'];
const withCertificate: readonly CertificateAuthorityStatus[] = ['ACTIVE', 'DISABLED', 'EXPIRED'];

export function getCsr(state: ServiceState, authority: CertificateAuthority): Allowed {
  return withCsr.includes(authority.status)
    ? answer(state, { Csr: pem('CERTIFICATE REQUEST', authority.arn) })
    : refuseState(state, authority, 'have a certificate signing request');
}

/** Terraform waits for the error that is returned until a certificate is installed (ST-09). */
export function getAuthorityCertificate(state: ServiceState, authority: CertificateAuthority): Allowed {
  return withCertificate.includes(authority.status)
    ? answer(state, { Certificate: pem('CERTIFICATE', authority.arn) })
    : refuseState(state, authority, 'have a certificate');
}

export function issueCertificate(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'IssueCertificate'>,
  atMs: number,
): Allowed {
  const token = input.IdempotencyToken === undefined ? undefined : `${authority.arn}/${input.IdempotencyToken}`;
  const known = arnMadeFor(state, token, atMs);
  if (known !== undefined) return answer(state, { CertificateArn: known });
  const isSelfSigned = /template\/(Blank)?RootCACertificate/.test(input.TemplateArn ?? '');
  const mayIssue = isSelfSigned ? ['PENDING_CERTIFICATE', 'ACTIVE', 'EXPIRED'] : ['ACTIVE'];
  if (!mayIssue.includes(authority.status)) return refuseState(state, authority, 'issue certificates');
  const objection = objectionToIssue(authority, input, isSelfSigned);
  if (objection !== undefined) return refuse(state, { error: 'InvalidArgsException', message: objection });
  const arn = `${authority.arn}/certificate/${nthSerial(state.certificates.size + 1)}`;
  const certificate = { pem: pem('CERTIFICATE', arn), isSelfSigned, isRevoked: false };
  const certificates = state.certificates.with(arn, certificate);
  return answer(rememberToken({ ...state, certificates }, token, { arn, atMs }), { CertificateArn: arn });
}

/**
 * "The specified signing algorithm family (RSA or ECDSA) must match the algorithm family of the CA's secret key", and
 * "short-lived certificate validity is limited to seven days".
 * Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_IssueCertificate.html
 */
function objectionToIssue(
  { type, profile }: CertificateAuthority,
  { SigningAlgorithm: signing, TemplateArn: template, Validity: validity }: OperationOf<'IssueCertificate'>['input'],
  isSelfSigned: boolean,
): string | undefined {
  if (isSelfSigned && type !== 'ROOT') return 'Only a root CA can issue from the template RootCACertificate.';
  if (profile === undefined) return undefined;
  const family = keyFamily(profile.configuration.KeyAlgorithm);
  if (!signing.endsWith(`WITH${family}`)) {
    return `The signing algorithm ${signing} does not belong to the family ${family} of the key of the CA.`;
  }
  const isForAuthority = template?.includes('CACertificate') === true;
  const isLong = validity.Type === 'DAYS' ? validity.Value > 7 : ['MONTHS', 'YEARS'].includes(validity.Type);
  return profile.usageMode === 'SHORT_LIVED_CERTIFICATE' && !isForAuthority && isLong
    ? 'A CA for short-lived certificates issues certificates for at most seven days.'
    : undefined;
}

/** The key family, as in the suffix of signing algorithms. */
export function keyFamily(key: KeyAlgorithm): 'RSA' | 'ECDSA' {
  return key.startsWith('RSA_') ? 'RSA' : 'ECDSA';
}

/** A serial number of 128 bits, positive in DER and without a leading zero. */
function nthSerial(count: number): string {
  return `5${createHash('sha256').update(`certificate ${count}`).digest('hex').slice(0, 31)}`;
}

export function getCertificate(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'GetCertificate'>,
): Allowed {
  if (!input.CertificateArn.startsWith(`${authority.arn}/certificate/`)) {
    return refuse(state, { error: 'InvalidArnException', message: 'Not a valid arn.', cites: ['ARN-11'] });
  }
  if (authority.status === 'DELETED') return refuseState(state, authority, 'have issued certificates');
  const certificate = state.certificates.get(input.CertificateArn);
  return certificate === undefined
    ? refuse(state, {
        error: 'ResourceNotFoundException',
        message: `Could not find certificate ${input.CertificateArn}.`,
      })
    : answer(state, { Certificate: certificate.pem });
}

/** Terraform looks for the message about self-signed certificates when it destroys a root CA. */
export function revokeCertificate(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'RevokeCertificate'>,
): Allowed {
  if (!withCertificate.includes(authority.status)) return refuseState(state, authority, 'revoke certificates');
  const serial = input.CertificateSerial.replaceAll(':', '').replace(/^0+/, '').toLowerCase();
  const arn = `${authority.arn}/certificate/${serial}`;
  const certificate = state.certificates.get(arn);
  if (certificate === undefined) {
    const message = `Could not find a certificate with the serial number ${input.CertificateSerial}.`;
    return refuse(state, { error: 'ResourceNotFoundException', message });
  }
  if (certificate.isSelfSigned) {
    const message = 'Self-signed certificate can not be revoked';
    return refuse(state, { error: 'InvalidRequestException', message });
  }
  if (certificate.isRevoked) {
    const message = 'The certificate has been revoked already.';
    return refuse(state, { error: 'RequestAlreadyProcessedException', message });
  }
  return answer({ ...state, certificates: state.certificates.with(arn, { ...certificate, isRevoked: true }) });
}

function pem(label: string, text: string): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(text).toString('base64')}\n-----END ${label}-----\n`;
}
