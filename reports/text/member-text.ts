// A member of a call as text.

/** Strings as they are, everything else as JSON; "absent" if the member is missing. */
export function memberText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'absent');
}
