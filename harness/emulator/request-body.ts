// Reads the bodies of requests, with a limit for each and for all that are being read.

import type { IncomingMessage } from 'node:http';
import { RequestFault } from './failure.js';

export interface BodyLimits {
  /** The limit of one body. */
  readonly bodyBytes: number;
  /** The limit of all bodies that are being read. */
  readonly totalBodyBytes: number;
}

export type BodyReader = (request: IncomingMessage) => Promise<Buffer>;

/** This multiple of the limit is read and discarded, because a client does not read the answer while it is writing. */
const droppedTimes = 10;

/** The reader rejects with a RequestFault, or with the error of a client that has disconnected. */
export function createBodyReader({ bodyBytes, totalBodyBytes }: BodyLimits): BodyReader {
  let heldBytes = 0;
  return (request) =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let readBytes = 0;
      let ownBytes = 0;
      let fault: RequestFault | undefined;
      const release = (): void => {
        heldBytes -= ownBytes;
        ownBytes = 0;
        chunks.length = 0;
      };
      request.on('data', (chunk: Buffer) => {
        readBytes += chunk.length;
        if (fault === undefined) {
          ownBytes += chunk.length;
          heldBytes += chunk.length;
          chunks.push(chunk);
          if (readBytes > bodyBytes) fault = tooLarge(bodyBytes);
          else if (heldBytes > totalBodyBytes) fault = overloaded;
          if (fault !== undefined) release();
        }
        if (fault !== undefined && readBytes > bodyBytes * droppedTimes) reject(fault);
      });
      request.once('end', () => {
        if (fault === undefined)
          resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
        else reject(fault);
        release();
      });
      request.once('close', () => {
        release();
        if (!request.complete) reject(new Error('The client went away.'));
      });
      request.once('error', reject);
    });
}

/** Source: https://docs.aws.amazon.com/privateca/latest/APIReference/CommonErrors.html */
function tooLarge(bodyBytes: number): RequestFault {
  return new RequestFault('RequestEntityTooLargeException', `The body is larger than ${bodyBytes} bytes.`, 413);
}

const overloaded = new RequestFault('ServiceUnavailable', 'Too much is being sent at a time; try again.', 503);
