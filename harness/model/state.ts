// What the service remembers: CAs, their states and their policies. Plain immutable data.

import type { CertificateAuthorityStatus, CertificateAuthorityType } from '../api/operation.js';

export interface CertificateAuthority {
  readonly arn: string;
  readonly type: CertificateAuthorityType;
  readonly status: CertificateAuthorityStatus;
  /** The state to which a restore returns (ST-03); present while the CA is deleted. */
  readonly statusBeforeDeletion?: CertificateAuthorityStatus | undefined;
  /** The policy text as it was put; absent where none is attached. */
  readonly policy?: string | undefined;
}

/** Who calls, and which endpoint answers. */
export interface Caller {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export interface ServiceState {
  readonly caller: Caller;
  readonly authorities: ReadonlyMap<string, CertificateAuthority>;
  /** ARNs of CAs by idempotency token. */
  readonly tokens: ReadonlyMap<string, string>;
  /** PEM texts of issued certificates, by certificate ARN. */
  readonly certificates: ReadonlyMap<string, string>;
}

export function emptyState(caller: Caller): ServiceState {
  return { caller, authorities: new Map(), tokens: new Map(), certificates: new Map() };
}

export function withAuthority(state: ServiceState, authority: CertificateAuthority): ServiceState {
  return { ...state, authorities: new Map(state.authorities).set(authority.arn, authority) };
}
