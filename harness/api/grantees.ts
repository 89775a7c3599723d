// The existing grantees that the user names for shares.

export interface NamedGrantees {
  /** An existing account other than the target's, 12 digits: shares with it have to be accepted. */
  readonly granteeAccount?: string | undefined;
  /** An existing organization: shares with it have to be accepted. */
  readonly organization?: string | undefined;
}

export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

export function isOrganizationId(text: string): boolean {
  return /^o-[a-z0-9]{10,32}$/.test(text);
}
