// The content of a recorded request: its headers by name, its members, its signature.

import type { RecordedRequest } from '../api/sdk-case.js';

/** The values of a header, whatever its case. */
export function headerValues({ headers }: RecordedRequest, name: string): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}

/** The value of a header that occurs once; undefined otherwise. */
export function headerValue(request: RecordedRequest, name: string): string | undefined {
  const values = headerValues(request, name);
  return values.length === 1 ? values[0] : undefined;
}

export type ReadBody =
  | { readonly kind: 'members'; readonly members: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The members of the JSON object in the body. */
export function readMembers({ body }: RecordedRequest): ReadBody {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return { kind: 'unreadable', why: 'bytes that are not UTF-8' };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { kind: 'unreadable', why: 'JSON that is not an object' };
    }
    return { kind: 'members', members: Object.fromEntries(Object.entries(value)) };
  } catch {
    return { kind: 'unreadable', why: 'a text that is not JSON' };
  }
}

/** A member that is a text; undefined if it is anything else. */
export function memberOf(request: RecordedRequest, name: string): string | undefined {
  const read = readMembers(request);
  const value = read.kind === 'members' ? read.members[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The operation that the target header names: `PutPolicy`. */
export function operationOf(request: RecordedRequest): string | undefined {
  const target = headerValue(request, 'x-amz-target');
  return target?.split('.').at(-1);
}
