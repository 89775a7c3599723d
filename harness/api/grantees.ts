// The existing grantees that the user names for shares.

import {
  exampleAccount,
  exampleOrganization,
  principalNames,
  principalRoles,
  type AccountRole,
  type Principals,
} from './principal.js';

export interface NamedGrantees {
  /** An existing account other than the target's, 12 digits: shares with it have to be accepted. */
  readonly granteeAccount?: string | undefined;
  /** An existing organization: shares with it have to be accepted. */
  readonly organization?: string | undefined;
  /** The principals of the target, whose accounts exist. */
  readonly principals?: Principals | undefined;
}

/** The account of a principal: that of the target, the one that the user named, or an example that may not exist. */
export function accountOf(role: AccountRole, named: NamedGrantees, owner: string | undefined): string {
  const name = principalNames.find(
    (each) => principalRoles[each].account === role && named.principals?.[each] !== undefined,
  );
  const known = name === undefined ? undefined : named.principals?.[name]?.account;
  const given = role === 'grantee' ? named.granteeAccount : undefined;
  return known ?? given ?? exampleAccount(role, owner);
}

/** The organization of the members, or one that may not exist. */
export function organizationOf({ organization, principals = {} }: NamedGrantees): string {
  const membership = principals.member?.organization;
  return organization ?? (membership === undefined || membership === 'none' ? exampleOrganization : membership.id);
}

export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

export function isOrganizationId(text: string): boolean {
  return /^o-[a-z0-9]{10,32}$/.test(text);
}
