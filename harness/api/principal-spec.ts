// How the user says by which credentials a principal calls.

import type { AwsKeys } from './aws-keys.js';
import type { PrincipalName } from './principal.js';

export type PrincipalSpec =
  /** Its own keys. */
  | { readonly kind: 'key'; readonly keys: AwsKeys; readonly account?: string | undefined }
  /** Its access key is the id of its account. */
  | { readonly kind: 'account'; readonly account: string }
  /** A role that the STS of the target lets the owner of the CAs assume. */
  | { readonly kind: 'role'; readonly arn: string; readonly account: string }
  /** The keys of the owner of the CAs, with a header that the target goes by. */
  | { readonly kind: 'header'; readonly name: string; readonly value: string; readonly account?: string | undefined }
  /** A profile of the configuration of AWS; live AWS only. */
  | { readonly kind: 'profile'; readonly profile: string; readonly account?: string | undefined };

export interface NamedSpec {
  readonly name: PrincipalName;
  readonly spec: PrincipalSpec;
}
