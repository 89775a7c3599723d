// Reads the members of an input from JSON or CBOR. A value of the wrong type gives SerializationException, a missing member
// or a value outside its constraint ValidationException (WIRE-10); unknown members are ignored.

import { plainValue, textMembers } from '../api/cbor/read-cbor.js';
import { RequestFault } from './failure.js';
import type { Members, Shape } from './members.js';

type Values = Readonly<Record<string, unknown>>;

/** Throws a RequestFault if the value does not have these members. */
export function readMembers(members: Members, value: unknown, path = ''): Values {
  const given = asObject(value, path === '' ? 'the body' : path);
  const read: Record<string, unknown> = {};
  for (const [entry, shape] of Object.entries(members)) {
    const isRequired = entry.endsWith('!');
    const name = isRequired ? entry.slice(0, -1) : entry;
    const member = Object.hasOwn(given, name) ? given[name] : undefined;
    const memberPath = path === '' ? memberName(name) : `${path}.${memberName(name)}`;
    if (member !== undefined && member !== null) read[name] = readValue(shape, member, memberPath);
    else if (isRequired) throw constraintFault('null', memberPath, 'Member must not be null');
  }
  return read;
}

function readValue(shape: Shape, value: unknown, path: string): unknown {
  switch (shape.type) {
    case 'string':
      return readString(shape, value, path);
    case 'integer':
      return readInteger(shape.min, value, path);
    case 'boolean':
      if (typeof value !== 'boolean') throw typeFault(path, 'a boolean');
      return value;
    case 'blob':
      return readBlob(shape.length, value, path);
    case 'list': {
      if (!Array.isArray(value)) throw typeFault(path, 'a list');
      requireLength(shape.length, value.length, path);
      return value.map((item, index) => readValue(shape.of, item, `${path}.${index + 1}.member`));
    }
    case 'structure':
      return readMembers(shape.members, value, path);
    case 'document':
      asObject(value, path);
      return plainValue(value);
    default:
      return shape satisfies never;
  }
}

function readString(
  { among, length, pattern }: Extract<Shape, { type: 'string' }>,
  value: unknown,
  path: string,
): string {
  if (typeof value !== 'string') throw typeFault(path, 'a string');
  if (length !== undefined) requireLength(length, value.length, path);
  if (pattern?.test(value) === false) {
    throw constraintFault(value, path, `Member must satisfy regular expression pattern: ${pattern.source}`);
  }
  if (among !== undefined && !among.includes(value)) {
    throw constraintFault(value, path, `Member must satisfy enum value set: [${among.join(', ')}]`);
  }
  return value;
}

function readInteger(min: number | undefined, value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw typeFault(path, 'a whole number');
  if (min !== undefined && value < min) {
    throw constraintFault(String(value), path, `Member must have value greater than or equal to ${min}`);
  }
  return value;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Bytes in CBOR, base64 in JSON. */
function readBlob(length: readonly [number, number], value: unknown, path: string): Uint8Array {
  if (!(value instanceof Uint8Array) && (typeof value !== 'string' || !base64.test(value))) {
    throw typeFault(path, 'a blob');
  }
  const bytes = typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
  requireLength(length, bytes.length, path);
  return bytes;
}

function requireLength([min, max]: readonly [number, number], length: number, path: string): void {
  if (length < min) throw constraintFault('', path, `Member must have length greater than or equal to ${min}`);
  if (length > max) throw constraintFault('...', path, `Member must have length less than or equal to ${max}`);
}

function asObject(value: unknown, path: string): Values {
  if (value instanceof Map) return textMembers(value);
  if (!isPlainObject(value)) throw typeFault(path, 'an object');
  return value as Values;
}

/** Messages name members in camel case. */
function memberName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function typeFault(path: string, expected: string): RequestFault {
  return new RequestFault('SerializationException', `The value at '${path}' is not ${expected}.`);
}

function constraintFault(value: string, path: string, constraint: string): RequestFault {
  const message = `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: ${constraint}`;
  return new RequestFault('ValidationException', message);
}

/** CBOR values may be objects that are not maps: bytes and tagged items. */
function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
