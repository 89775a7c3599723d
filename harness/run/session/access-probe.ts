// Finds out what the principals of a target can do: whether they are of several accounts, whether a policy lets them in,
// and whether a call needs a permission of its caller.

import { readActions } from '../../api/actions.js';
import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import type { PrincipalName, Principals } from '../../api/principal.js';
import { sampleCsr } from '../../api/sample-csr.js';
import type { accessCapabilities, Target } from '../../api/target.js';
import type { CapabilityReport } from '../../files/report.js';
import { ownerOf, partitionIn } from '../../model/access/access-request.js';
import { describeAnswer } from '../judge/answer-words.js';
import type { Caller } from './caller/caller.js';
import type { Clock } from './clock.js';
import { settlePollMs } from './settling.js';

export type AccessCapability = (typeof accessCapabilities)[number];

export interface AccessProbe {
  readonly target: Target;
  readonly caller: Caller;
  readonly clock: Clock;
  /** For how long a decision may lag behind a change, in milliseconds. */
  readonly lagMs: number;
  /** The ARN of an active CA without a policy; undefined if there is none. */
  readonly arn: string | undefined;
}

type Reports = Readonly<Record<AccessCapability, CapabilityReport>>;

export async function probeAccess(probe: AccessProbe): Promise<Reports> {
  const { target, arn } = probe;
  const { principals, principalsFault } = target;
  if (principals === undefined) return allMissing(principalsFault ?? 'the target has no principals');
  if (arn === undefined) return allMissing('no CA was activated');
  const accounts = await probeAccounts(probe, principals, arn);
  const identity = await probeIdentity(probe, principals, arn);
  const issue = await probeIssue(probe, arn);
  // Last, because its policy stays attached.
  const grants = accounts.available ? await probeGrants(probe, principals, arn) : accounts;
  return { 'multi-account': accounts, grants, identity, issue };
}

function allMissing(reason: string): Reports {
  const missing: CapabilityReport = { available: false, reason };
  return { 'multi-account': missing, grants: missing, identity: missing, issue: missing };
}

/** Another account does not list the CA as its own. */
async function probeAccounts(
  { caller, target }: AccessProbe,
  principals: Principals,
  arn: string,
): Promise<CapabilityReport> {
  const { grantee } = principals;
  if (grantee === undefined) {
    const { principalsFault: reason } = target;
    return reason === undefined ? absent('grantee') : { available: false, reason };
  }
  if (grantee.account === ownerOf(arn)) return { available: false, reason: 'the grantee is of the account of the CA' };
  const list: Operation = { kind: 'ListCertificateAuthorities', input: { ResourceOwner: 'SELF' } };
  const outcome = await caller.call(list, { as: 'grantee' });
  if (outcome.kind !== 'success')
    return { available: false, reason: `as grantee ${list.kind}: ${describeAnswer(outcome)}` };
  return JSON.stringify(outcome.output).includes(arn)
    ? { available: false, reason: 'the grantee lists the CA of the owner as its own' }
    : { available: true, reason: `the grantee is of account ${grantee.account}` };
}

/** The published share lets the grantee describe the CA; it stays attached. */
async function probeGrants(
  { caller, clock, lagMs }: AccessProbe,
  { grantee }: Principals,
  arn: string,
): Promise<CapabilityReport> {
  const share = {
    Version: '2012-10-17',
    Statement: [
      { Sid: '1', Effect: 'Allow', Principal: { AWS: grantee?.account }, Action: readActions, Resource: arn },
      {
        Sid: '2',
        Effect: 'Allow',
        Principal: { AWS: grantee?.account },
        Action: ['acm-pca:IssueCertificate'],
        Resource: arn,
        Condition: {
          StringEquals: { 'acm-pca:TemplateArn': `arn:${partitionIn(arn)}:acm-pca:::template/EndEntityCertificate/V1` },
        },
      },
    ],
  };
  const put = await caller.call({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: JSON.stringify(share) } });
  if (put.kind !== 'success') return { available: false, reason: `PutPolicy for the grantee: ${describeAnswer(put)}` };
  const describe = (): Promise<Outcome> =>
    caller.call({ kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } }, { as: 'grantee' });
  const untilMs = clock.nowMs() + lagMs;
  let outcome = await describe();
  while (outcome.kind !== 'success' && clock.nowMs() < untilMs) {
    await clock.pause(settlePollMs);
    outcome = await describe();
  }
  return outcome.kind === 'success'
    ? { available: true, reason: 'a policy let the grantee in' }
    : { available: false, reason: `grants have no effect, see ACC-01: a grantee got ${describeAnswer(outcome)}` };
}

/** A named or an unnamed refusal; an answer that did not come, or a failure of the target, shows nothing. */
function isDenied(outcome: Outcome): boolean {
  if (
    outcome.kind === 'service-error' &&
    ['AccessDeniedException', 'ResourceNotFoundException'].includes(outcome.error)
  )
    return true;
  return (outcome.kind === 'service-error' || outcome.kind === 'http-fault') && outcome.status === 403;
}

/** The owner reads the CA, and an identity of its account without permissions does not. */
async function probeIdentity({ caller }: AccessProbe, principals: Principals, arn: string): Promise<CapabilityReport> {
  if (principals['owner-nobody'] === undefined) return absent('owner-nobody');
  const read: Operation = { kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } };
  const owner = await caller.call(read);
  const nobody = await caller.call(read, { as: 'owner-nobody' });
  return owner.kind === 'success' && isDenied(nobody)
    ? { available: true, reason: 'an identity without permissions was refused' }
    : { available: false, reason: `an identity without permissions got ${describeAnswer(nobody)}` };
}

/** The owner issues a certificate. */
async function probeIssue({ caller }: AccessProbe, arn: string): Promise<CapabilityReport> {
  const issued = await caller.call({
    kind: 'IssueCertificate',
    input: {
      CertificateAuthorityArn: arn,
      Csr: sampleCsr,
      SigningAlgorithm: 'SHA256WITHECDSA',
      TemplateArn: `arn:${partitionIn(arn)}:acm-pca:::template/EndEntityCertificate/V1`,
      Validity: { Value: 1, Type: 'DAYS' },
    },
  });
  return issued.kind === 'success'
    ? { available: true, reason: 'the owner issued a certificate' }
    : { available: false, reason: `IssueCertificate: ${describeAnswer(issued)}` };
}

function absent(name: PrincipalName): CapabilityReport {
  return { available: false, reason: `the target has no principal ${name}` };
}
