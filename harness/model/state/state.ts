// The state of the service: CAs with their states and policies, as plain immutable data.

import type {
  AuthorityConfiguration,
  CertificateAuthorityStatus,
  CertificateAuthorityType,
  RevocationConfiguration,
  Tag,
  UsageMode,
} from '../../api/operation.js';
import { PersistentMap } from './persistent-map.js';

export interface CertificateAuthority {
  readonly arn: string;
  readonly type: CertificateAuthorityType;
  readonly status: CertificateAuthorityStatus;
  /** The state to which a restore returns (ST-03); present while the CA is deleted. */
  readonly statusBeforeDeletion?: CertificateAuthorityStatus | undefined;
  /** The policy text as it was put; absent if none is attached. */
  readonly policy?: string | undefined;
  /** What Describe returns besides the state; absent on a CA that was not created through the API. */
  readonly profile?: AuthorityProfile | undefined;
  readonly tags?: readonly Tag[] | undefined;
  readonly permissions?: readonly Permission[] | undefined;
}

/** Times are in milliseconds since 1970. */
export interface AuthorityProfile {
  /** The first CA has 1. */
  readonly ordinal: number;
  readonly createdAtMs: number;
  readonly lastStateChangeAtMs: number;
  /** The end of the restoration period of a deleted CA (ST-02). */
  readonly restorableUntilMs?: number | undefined;
  readonly configuration: AuthorityConfiguration;
  readonly revocation?: RevocationConfiguration | undefined;
  readonly keyStorage: string;
  readonly usageMode: UsageMode;
}

/** A permission granted to a service principal with CreatePermission. */
export interface Permission {
  readonly principal: string;
  readonly sourceAccount: string;
  readonly actions: readonly string[];
  readonly createdAtMs: number;
}

export interface IssuedCertificate {
  readonly pem: string;
  /** Whether it is the self-signed certificate of a root, which cannot be revoked. */
  readonly isSelfSigned: boolean;
  readonly isRevoked: boolean;
}

/** The result of a call with an idempotency token: the ARN that it created, and when. */
export interface TokenUse {
  readonly arn: string;
  readonly atMs: number;
}

/** The caller and its endpoint. */
export interface Principal {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export interface ServiceState {
  readonly caller: Principal;
  /** The foreign grantees that are known to exist, so that a policy for them has to be accepted; by default none. */
  readonly knownGrantees?: ReadonlySet<string> | undefined;
  readonly authorities: PersistentMap<CertificateAuthority>;
  /** By the kind of operation, what it is on and its idempotency token: `create/111122223333/token`. */
  readonly tokens: PersistentMap<TokenUse>;
  /** By certificate ARN. */
  readonly certificates: PersistentMap<IssuedCertificate>;
}

export function emptyState(caller: Principal): ServiceState {
  return {
    caller,
    authorities: PersistentMap.of<CertificateAuthority>(),
    tokens: PersistentMap.of<TokenUse>(),
    certificates: PersistentMap.of<IssuedCertificate>(),
  };
}

export function withAuthority(state: ServiceState, authority: CertificateAuthority): ServiceState {
  return { ...state, authorities: state.authorities.with(authority.arn, authority) };
}

/** The CA with this ARN; undefined if it does not exist, also after its restoration period (ST-02). */
export function findAuthority(state: ServiceState, arn: string, atMs: number): CertificateAuthority | undefined {
  const authority = state.authorities.get(arn);
  return authority === undefined || isGone(authority, atMs) ? undefined : authority;
}

export function isGone({ status, profile }: CertificateAuthority, atMs: number): boolean {
  return status === 'DELETED' && profile !== undefined && atMs > (profile.restorableUntilMs ?? Infinity);
}
