// The bytes of the body of a raw request.

import { gzipSync } from 'node:zlib';
import { cborBytes } from './cbor/cbor-bytes.js';
import type { RawRequest } from './raw-request.js';

/** The bytes of the body as they are sent. */
export function bodyBytesOf({ body, cbor, contentEncoding }: RawRequest['input']): string | Uint8Array {
  const plain = cbor === undefined ? body : cborBytes(cbor);
  return contentEncoding === 'gzip' ? gzipSync(plain) : plain;
}
