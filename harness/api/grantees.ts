// The grantees of shares that exist, as the user names them.

export interface NamedGrantees {
  /** An account that exists and is not the one of the target, 12 digits: shares with it must be accepted. */
  readonly granteeAccount?: string | undefined;
  /** An organization that exists: shares with it must be accepted. */
  readonly organization?: string | undefined;
}

export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

export function isOrganizationId(text: string): boolean {
  return /^o-[a-z0-9]{10,32}$/.test(text);
}
