// Lets a listener see what the SDK sends for one command and what comes back, and changes nothing of either.

import { pipeline, Readable, Transform } from 'node:stream';
import type { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import type { WireListener } from '../api/target.js';

/** Nearest to the wire: after the request was signed, and before anybody reads the answer. */
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

/** The SDK keeps the types of requests and answers to itself, here and below. */
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
  // Whoever reads the body meets every error of either.
  response.body = pipeline(response.body, told, () => {});
}

function textsIn(headers: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(Object(headers)).map(([name, value]) => [name, String(value)]));
}
