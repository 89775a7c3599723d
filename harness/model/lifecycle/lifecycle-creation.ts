// Creating, describing and listing CAs.

import { createHash } from 'node:crypto';
import type { OperationOf } from '../../api/operation.js';
import type { Output } from '../../api/outcome.js';
import { formatAuthorityArn, parseAuthorityArn } from '../../api/resource-arn.js';
import { answer, refuse, type Allowed, type Refusal } from './lifecycle-answers.js';
import { keyFamily } from './lifecycle-certificates.js';
import { answerPage } from './lifecycle-page.js';
import { objectionToTags } from './lifecycle-tags.js';
import { arnMadeFor, rememberToken } from './lifecycle-tokens.js';
import { isGone, withAuthority, type CertificateAuthority, type ServiceState } from '../state/state.js';

export function createAuthority(
  state: ServiceState,
  { input }: OperationOf<'CreateCertificateAuthority'>,
  atMs: number,
): Allowed {
  const { account } = state.caller;
  const token = input.IdempotencyToken === undefined ? undefined : `create/${account}/${input.IdempotencyToken}`;
  const known = arnMadeFor(state, token, atMs);
  if (known !== undefined) return answer(state, { CertificateAuthorityArn: known });
  const objection = objectionToAlgorithms(input) ?? objectionToTags(input.Tags ?? []);
  if (objection !== undefined) return refuse(state, objection);
  const ordinal = state.authorities.size + 1;
  const arn = formatAuthorityArn({ ...state.caller, id: nthId(ordinal) });
  const created = withAuthority(state, {
    arn,
    type: input.CertificateAuthorityType,
    status: 'PENDING_CERTIFICATE',
    profile: {
      ordinal,
      createdAtMs: atMs,
      lastStateChangeAtMs: atMs,
      configuration: input.CertificateAuthorityConfiguration,
      revocation: input.RevocationConfiguration,
      keyStorage: input.KeyStorageSecurityStandard ?? 'FIPS_140_2_LEVEL_3_OR_HIGHER',
      usageMode: input.UsageMode ?? 'GENERAL_PURPOSE',
    },
    ...(input.Tags === undefined ? {} : { tags: input.Tags }),
  });
  return answer(rememberToken(created, token, { arn, atMs }), { CertificateAuthorityArn: arn });
}

/** A key can sign only with an algorithm of its own family. */
function objectionToAlgorithms({
  CertificateAuthorityConfiguration: { KeyAlgorithm: key, SigningAlgorithm: signing },
}: OperationOf<'CreateCertificateAuthority'>['input']): Refusal | undefined {
  if (signing.endsWith(`WITH${keyFamily(key)}`)) return undefined;
  return { error: 'InvalidArgsException', message: `A key of ${key} cannot sign with ${signing}.` };
}

/** A UUID that depends only on the number of earlier CAs, so that two runs see the same ARNs. */
function nthId(count: number): string {
  const hex = createHash('sha256').update(`certificate-authority ${count}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The CAs of the caller, oldest first, including deleted ones in their restoration period. CAs of others are not listed (ACC-22). */
export function listAuthorities(
  state: ServiceState,
  { input }: OperationOf<'ListCertificateAuthorities'>,
  atMs: number,
): Allowed {
  const owned = [...state.authorities.values()]
    .filter(({ arn }) => parseAuthorityArn(arn)?.account === state.caller.account)
    .filter((authority) => input.ResourceOwner !== 'OTHER_ACCOUNTS' && !isGone(authority, atMs))
    .sort((left, right) => (left.profile?.ordinal ?? 0) - (right.profile?.ordinal ?? 0));
  return answerPage(state, input, 'CertificateAuthorities', owned, describeAuthority);
}

/** A host that has the certificate adds Serial, NotBefore and NotAfter. */
export function describeAuthority({ arn, type, status, profile }: CertificateAuthority): Output {
  if (profile === undefined) return { Arn: arn, Type: type, Status: status };
  const { restorableUntilMs, revocation } = profile;
  return {
    Arn: arn,
    OwnerAccount: parseAuthorityArn(arn)?.account,
    CreatedAt: new Date(profile.createdAtMs),
    LastStateChangeAt: new Date(profile.lastStateChangeAtMs),
    Type: type,
    Status: status,
    CertificateAuthorityConfiguration: profile.configuration,
    RevocationConfiguration: revocation ?? { CrlConfiguration: { Enabled: false } },
    ...(restorableUntilMs === undefined ? {} : { RestorableUntil: new Date(restorableUntilMs) }),
    KeyStorageSecurityStandard: profile.keyStorage,
    UsageMode: profile.usageMode,
  };
}
