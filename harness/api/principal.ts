// The principals that make the calls of a run: a closed list of names, and what is known of each.

/** Every name of a principal. Accounts and rights follow from it: see `principalRoles`. */
export const principalNames = [
  'owner',
  'owner-nobody',
  'owner-reader',
  'owner-sharer',
  'grantee',
  'grantee2',
  'grantee-nobody',
  'grantee-acm',
  'third',
  'member',
  'member-elsewhere',
] as const;

export type PrincipalName = (typeof principalNames)[number];

/**
 * What the identity policies of a principal allow:
 * - `all`: every operation;
 * - `all-but-put`: every operation except PutPolicy;
 * - `reads-policy`: GetPolicy alone;
 * - `acm-only`: the operations of ACM, and none of AWS Private CA;
 * - `none`: nothing.
 */
export type Rights = 'all' | 'all-but-put' | 'reads-policy' | 'acm-only' | 'none';

/** The accounts of the principals: two principals are in one account exactly if they have the same value here. */
export type AccountRole = 'owner' | 'grantee' | 'third' | 'member' | 'member-elsewhere';

export interface PrincipalRole {
  readonly account: AccountRole;
  readonly rights: Rights;
}

export const principalRoles: Readonly<Record<PrincipalName, PrincipalRole>> = {
  owner: { account: 'owner', rights: 'all' },
  'owner-nobody': { account: 'owner', rights: 'none' },
  'owner-reader': { account: 'owner', rights: 'reads-policy' },
  'owner-sharer': { account: 'owner', rights: 'all-but-put' },
  grantee: { account: 'grantee', rights: 'all' },
  grantee2: { account: 'grantee', rights: 'all' },
  'grantee-nobody': { account: 'grantee', rights: 'none' },
  'grantee-acm': { account: 'grantee', rights: 'acm-only' },
  third: { account: 'third', rights: 'all' },
  member: { account: 'member', rights: 'all' },
  'member-elsewhere': { account: 'member-elsewhere', rights: 'all' },
};

/** The organization of an account. */
export interface Membership {
  /** Such as `o-example0000`. */
  readonly id: string;
  /** The path of its organizational unit as in `aws:PrincipalOrgPaths`: `o-example0000/r-ab12/ou-ab12-11111111/`. */
  readonly path?: string | undefined;
}

/** What is known of a principal apart from its name. */
export interface PrincipalFacts {
  /** 12 digits. */
  readonly account: string;
  /** The ARN of the user, or of the role of the session, as in `aws:PrincipalArn`; absent if unknown. */
  readonly arn?: string | undefined;
  /** `none` if its account is known to be in no organization; absent if unknown. */
  readonly organization?: Membership | 'none' | undefined;
}

/** The principals of a target. */
export type Principals = Readonly<Partial<Record<PrincipalName, PrincipalFacts>>>;

/** A principal as a service sees it that decides about its calls. */
export interface CallerFacts extends PrincipalFacts {
  readonly rights: Rights;
}

export function callerOf(name: PrincipalName, facts: PrincipalFacts): CallerFacts {
  return { ...facts, rights: principalRoles[name].rights };
}

/** The caller with a name; undefined without a name, which is the owner of the CAs. Throws for a principal that is not there. */
export function callerIn(principals: Principals = {}, name: PrincipalName | undefined): CallerFacts | undefined {
  if (name === undefined) return undefined;
  const facts = principals[name];
  if (facts === undefined) throw new Error(`The target has no principal ${name}.`);
  return callerOf(name, facts);
}

export function isPrincipalName(text: string): text is PrincipalName {
  return principalNames.some((name) => name === text);
}

/** Account ids of examples in AWS's documentation. */
const exampleAccounts: Readonly<Record<AccountRole, string>> = {
  owner: '111122223333',
  grantee: '444455556666',
  third: '777788889999',
  member: '222233334444',
  'member-elsewhere': '555566667777',
};

/** An account for a role, which may not exist; the grantee is never the account that owns the CAs. */
export function exampleAccount(role: AccountRole, owner: string | undefined): string {
  const account = exampleAccounts[role];
  return account === owner && role !== 'owner' ? exampleAccounts.owner : account;
}

/** An organization that may not exist. */
export const exampleOrganization = 'o-example0000';

/** The principals that the bundled services know, in a partition and beside the account that owns the CAs. */
export function presetPrincipals({
  partition,
  account: owner,
}: {
  readonly partition: string;
  readonly account: string;
}): Readonly<Record<PrincipalName, PrincipalFacts>> {
  const factsOf = (name: PrincipalName): PrincipalFacts => {
    const { account: role } = principalRoles[name];
    const account = role === 'owner' ? owner : exampleAccount(role, owner);
    return { account, arn: `arn:${partition}:iam::${account}:user/${name}`, organization: memberships[role] };
  };
  // The keys are those of the list.
  return Object.fromEntries(principalNames.map((name) => [name, factsOf(name)])) as Record<
    PrincipalName,
    PrincipalFacts
  >;
}

const memberships: Readonly<Record<AccountRole, Membership | 'none'>> = {
  owner: { id: exampleOrganization, path: `${exampleOrganization}/r-ab12/` },
  grantee: 'none',
  third: 'none',
  member: { id: exampleOrganization, path: `${exampleOrganization}/r-ab12/ou-ab12-11111111/` },
  'member-elsewhere': { id: exampleOrganization, path: `${exampleOrganization}/r-ab12/ou-ab12-22222222/` },
};
