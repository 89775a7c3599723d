// Reads one CBOR item strictly, within limits: what is not well-formed or not valid is rejected and never repaired.
// Source: RFC 8949, https://www.rfc-editor.org/rfc/rfc8949

import { decode, diagnose, Tag } from 'cbor2';
import type { CborBody } from '../http-answer.js';

/** How many items a body may have, including those in maps and arrays, and how deeply they may be nested. */
const limits = { items: 100_000, depth: 200 } as const;

export type CborRead =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'malformed'; readonly reason: string };

/**
 * The value of the only item in the bytes: maps are `Map`s, tagged items keep their tag. Rejected as malformed: bytes that
 * are not well-formed, trailing bytes, a repeated key, a text that is not UTF-8, and anything beyond a limit.
 */
export function readCbor(bytes: Uint8Array): CborRead {
  try {
    requireLimits(bytes);
    // The library would turn some tags into dates and big numbers, which no member of these operations has.
    const value: unknown = decode(bytes, {
      preferMap: true,
      rejectDuplicateKeys: true,
      ignoreGlobalTags: true,
      maxDepth: limits.depth + 1,
    });
    return { kind: 'value', value };
  } catch (error) {
    return { kind: 'malformed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The members of a map whose keys are texts; other keys are left out. Undefined for anything that is not a map.
 *
 * @example membersOfCbor(bytes of {"Policy": "{}"}) // { Policy: '{}' }
 */
export function membersOfCbor(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  const read = readCbor(bytes);
  if (read.kind === 'malformed' || !(read.value instanceof Map)) return undefined;
  return Object.fromEntries(
    Object.entries(textMembers(read.value)).map(([name, member]) => [name, plainValue(member)]),
  );
}

/** The members of a map whose names are texts. */
export function textMembers(map: ReadonlyMap<unknown, unknown>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...map].filter((entry): entry is [string, unknown] => typeof entry[0] === 'string'));
}

/** The body of an answer. */
export function cborBodyOf(bytes: Uint8Array): CborBody {
  return {
    bytes,
    members: () => (bytes.length === 0 ? {} : membersOfCbor(bytes)),
    describe: () => (bytes.length === 0 ? '' : describeCbor(bytes)),
  };
}

/** A value as AWS JSON has it: maps are objects, and times are seconds since 1970. Other tags stay. */
export function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => plainValue(each));
  if (value instanceof Tag && value.tag === 1 && typeof value.contents === 'number') return value.contents;
  if (!(value instanceof Map)) return value;
  return Object.fromEntries(Object.entries(textMembers(value)).map(([name, member]) => [name, plainValue(member)]));
}

/**
 * The bytes in the diagnostic notation of RFC 8949, or in hexadecimal if they are not CBOR.
 *
 * @example 'a1616101' // {"a": 1}
 */
export function describeCbor(bytes: Uint8Array): string {
  try {
    requireLimits(bytes);
    return diagnose(bytes);
  } catch {
    return `h'${Buffer.from(bytes).toString('hex')}'`;
  }
}

/**
 * Throws if there are too many items, or they are nested too deeply. It reads heads only, so that neither the number
 * of items nor a declared length costs more than one pass over the bytes.
 */
function requireLimits(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** For each enclosing container: how many items are still to come, infinite up to a break. */
  const open: number[] = [];
  let items = 0;
  let at = 0;
  while (at < bytes.length) {
    const initial = view.getUint8(at);
    at += 1;
    if (initial === 0xff) {
      open.pop();
      continue;
    }
    items += 1;
    if (items > limits.items) throw new RangeError(`more than ${limits.items} items`);
    const type = initial >> 5;
    const argument = argumentAt(view, at, initial & 31);
    at += argument.bytes;
    if (open.length > 0) open.push((open.pop() ?? 0) - 1);
    if ((type === 2 || type === 3) && argument.value !== Infinity) at += argument.value;
    else if (type === 2 || type === 3) open.push(Infinity);
    else if (type === 4) open.push(argument.value);
    else if (type === 5) open.push(argument.value * 2);
    else if (type === 6) open.push(1);
    if (open.length > limits.depth) throw new RangeError(`items nested more than ${limits.depth} deep`);
    while (open.length > 0 && (open.at(-1) ?? 0) <= 0) open.pop();
  }
}

/** The length that follows an initial byte; infinite if it is indefinite. Bytes beyond the end count as 0. */
function argumentAt(view: DataView, at: number, info: number): { readonly value: number; readonly bytes: number } {
  if (info < 24) return { value: info, bytes: 0 };
  if (info === 31) return { value: Infinity, bytes: 0 };
  const bytes = 2 ** (info - 24);
  if (info > 27 || at + bytes > view.byteLength) return { value: 0, bytes: 0 };
  switch (bytes) {
    case 1:
      return { value: view.getUint8(at), bytes };
    case 2:
      return { value: view.getUint16(at), bytes };
    case 4:
      return { value: view.getUint32(at), bytes };
    default:
      return { value: Number(view.getBigUint64(at)), bytes };
  }
}
