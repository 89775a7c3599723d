// Limits the length of answers, so that an endless answer does not fill the memory.

import { IncomingMessage } from 'node:http';
import { pipeline, Transform, type Readable } from 'node:stream';

/** More than the longest valid answer, whose policy has at most 81,920 characters (POL-01). */
export const maxBodyBytes = 1_024 * 1_024;

/** The message of the error for a body beyond the limit. */
export const tooLong = `the body is longer than ${maxBodyBytes} bytes`;

/** The body, which ends with an error if it exceeds the limit; the rest is not read. */
export function limitBody(body: Readable): Readable {
  if (isShort(body)) return body;
  let bytes = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > maxBodyBytes) callback(new Error(tooLong));
      else callback(null, chunk);
    },
  });
  // The reader of the limited body gets the errors of both streams.
  return pipeline(body, limited, () => {});
}

/** Whether Content-Length is within the limit; Node.js does not read more than that. */
function isShort(body: Readable): boolean {
  return body instanceof IncomingMessage && Number(body.headers['content-length']) <= maxBodyBytes;
}
