// How long an answer may be: a target that never ends one must not fill the memory.

import { IncomingMessage } from 'node:http';
import { pipeline, Transform, type Readable } from 'node:stream';

/** More than the longest answer of the service, whose policy has at most 81,920 characters (POL-01). */
export const longestBodyBytes = 1_024 * 1_024;

/** What the error of a body beyond the limit says. */
export const tooLong = `the body is longer than ${longestBodyBytes} bytes`;

/** The same body, which ends in an error where it goes beyond the limit; the rest is not read. */
export function limitBody(body: Readable): Readable {
  if (isShort(body)) return body;
  let bytes = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > longestBodyBytes) callback(new Error(tooLong));
      else callback(null, chunk);
    },
  });
  // Whoever reads the limited body meets every error of either.
  return pipeline(body, limited, () => {});
}

/** Of an answer that says how long it is, Node.js lets nobody read more. */
function isShort(body: Readable): boolean {
  return body instanceof IncomingMessage && Number(body.headers['content-length']) <= longestBodyBytes;
}
