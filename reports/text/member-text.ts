// A member of a call as text.

/** Strings as they are, everything else as JSON; a member that is not there says so. */
export function memberText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'absent');
}
