// Writes values as AWS does in CBOR: timestamps are tag 1 over seconds since 1970, blobs are byte strings.
// Source: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html

import { encode, Tag } from 'cbor2';

/**
 * The bytes of a map of members; those that are undefined are left out.
 *
 * @example writeCbor({ Policy: '{}' }) // a1 66 50 6f 6c 69 63 79 62 7b 7d
 */
export function writeCbor(members: object): Uint8Array {
  return encode(cborForm(members));
}

function cborForm(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // The library accepts plain byte arrays only, not the buffers of Node.js.
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (value instanceof Date) return new Tag(1, value.getTime() / 1_000);
  if (Array.isArray(value)) return value.map(cborForm);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, cborForm(member)]));
}
