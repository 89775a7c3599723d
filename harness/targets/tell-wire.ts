// Reports the request and answer bytes of an SDK command to a listener, without changing them.

import { pipeline, Readable, Transform } from 'node:stream';
import type { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import type { WireListener } from '../api/target.js';

/** Adds the last middleware before the wire: after the request is signed, and before the answer is read. */
export function tellWire(stack: ACMPCAClient['middlewareStack'], wire: WireListener): void {
  stack.add(
    (next) => async (args) => {
      tellRequest(args.request, wire);
      const result = await next(args);
      tellAnswer(result.response, wire);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'tellWire' },
  );
}

/** The SDK does not export the types of requests and answers, here and below. */
function tellRequest(request: unknown, wire: WireListener): void {
  if (typeof request !== 'object' || request === null) return;
  const { method, path, headers, body } = { method: '', path: '', headers: {}, body: '', ...request };
  wire.sent({ method, path, headers: textsIn(headers), body: typeof body === 'string' ? body : '' });
}

function tellAnswer(response: unknown, wire: WireListener): void {
  if (typeof response !== 'object' || response === null || !('statusCode' in response)) return;
  const headers = 'headers' in response ? textsIn(response.headers) : {};
  wire.answered(Number(response.statusCode), headers);
  if (!('body' in response) || !(response.body instanceof Readable)) return;
  const told = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      wire.received(chunk);
      callback(null, chunk);
    },
  });
  // The reader of the body gets the errors of both streams.
  response.body = pipeline(response.body, told, () => {});
}

function textsIn(headers: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(Object(headers)).map(([name, value]) => [name, String(value)]));
}
