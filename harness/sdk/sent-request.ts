// The content of a recorded request, in either protocol: its headers by name, its operation, its members.

import { readCbor, textMembers } from '../api/cbor/read-cbor.js';
import { readCborPath, type Protocol } from '../api/protocol.js';
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

/** The protocol of a request: CBOR if its header or its path says so. */
export function protocolOf(request: Pick<RecordedRequest, 'headers' | 'requestLine'>): Protocol {
  const { headers } = request;
  const isNamed = headers.some(([name]) => name.toLowerCase() === 'smithy-protocol');
  return isNamed || readCborPath(pathOf(request)) !== undefined ? 'cbor' : 'json';
}

/** Without the query. */
export function pathOf({ requestLine }: Pick<RecordedRequest, 'requestLine'>): string {
  return requestLine.split(' ')[1]?.split('?', 1)[0] ?? '';
}

export type ReadBody =
  | { readonly kind: 'members'; readonly members: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The members of the body in the protocol of the request. */
export function readMembers(request: RecordedRequest): ReadBody {
  return protocolOf(request) === 'cbor' ? readCborMap(request.body) : readJsonObject(request.body);
}

function readJsonObject(body: Uint8Array): ReadBody {
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

function readCborMap(body: Uint8Array): ReadBody {
  const read = readCbor(body);
  if (read.kind === 'malformed') return { kind: 'unreadable', why: `bytes that are not one CBOR item: ${read.reason}` };
  if (!(read.value instanceof Map)) return { kind: 'unreadable', why: 'CBOR that is not a map' };
  const members = textMembers(read.value);
  return Object.keys(members).length === read.value.size
    ? { kind: 'members', members }
    : { kind: 'unreadable', why: 'a map with names that are not texts' };
}

/** A member that is a text; undefined if it is anything else. */
export function memberOf(request: RecordedRequest, name: string): string | undefined {
  const read = readMembers(request);
  const value = read.kind === 'members' ? read.members[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The operation that the request names: `PutPolicy`. */
export function operationOf(request: RecordedRequest): string | undefined {
  if (protocolOf(request) === 'cbor') return readCborPath(pathOf(request))?.operation;
  return headerValue(request, 'x-amz-target')?.split('.').at(-1);
}
