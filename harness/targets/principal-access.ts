// How the calls of the principals of a target are sent: with which keys, and with which header besides.

import type { AwsKeys, KeyProvider } from '../api/aws-keys.js';
import type { PrincipalFacts, PrincipalName, Principals } from '../api/principal.js';

export interface Access {
  readonly credentials: AwsKeys | KeyProvider;
  /** Sent and signed with every call; names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface PrincipalAccess extends Access {
  /** Absent if nothing says whose account it is, which may be so for the owner of the CAs alone. */
  readonly facts?: PrincipalFacts | undefined;
}

export interface PrincipalAccesses {
  readonly accesses: Readonly<Partial<Record<PrincipalName, PrincipalAccess>>>;
  /** Why the principals of other accounts cannot call, although the user named some. */
  readonly fault?: string | undefined;
}

/** The way in which calls by a principal are sent; those of the owner with `own` unless it is a principal. */
export function accessAs(
  { accesses }: PrincipalAccesses,
  own: Access,
  name: PrincipalName | undefined = 'owner',
): Access {
  const access = accesses[name];
  if (access === undefined && name !== 'owner') throw new Error(`The target has no principal ${name}.`);
  return access ?? own;
}

/** The facts of the principals; undefined if there are none. */
export function factsOf({ accesses }: PrincipalAccesses): Principals | undefined {
  const known = Object.entries(accesses).flatMap(([name, { facts }]) => (facts === undefined ? [] : [[name, facts]]));
  return known.length === 0 ? undefined : Object.fromEntries(known);
}
