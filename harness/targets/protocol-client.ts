// Calls operations over HTTP in either protocol, without an SDK: one attempt per call, and no other requests.

import { writeCbor } from '../api/cbor/write-cbor.js';
import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { cborContentType, cborPath, cborProtocolId, type Protocol } from '../api/protocol.js';
import { bodyOf, requestLineOf } from '../api/raw-request.js';
import type { CallOptions } from '../api/target.js';
import { tooLong } from './body-limit.js';
import type { ExchangeHttp, SignedRequest } from './http-exchange.js';
import { headersOf } from './raw-client.js';
import { readAsClient } from './read-as-client.js';
import { withinLimits } from './within-limits.js';

export function createProtocolClient(
  exchange: ExchangeHttp,
): (operation: Operation, options: CallOptions) => Promise<Outcome> {
  return (operation, options) =>
    withinLimits(options, async (abortSignal) => {
      const request = requestBuilders[options.protocol ?? 'json'](operation);
      const read = await exchange(request, { abortSignal, wire: options.wire });
      return 'answer' in read
        ? readAsClient(operation.kind, read.answer, options.protocol)
        : { kind: 'http-fault', status: read.status, reason: tooLong };
    });
}

const requestBuilders: Readonly<Record<Protocol, (operation: Operation) => SignedRequest>> = {
  json({ kind, input }) {
    const line = requestLineOf(kind);
    return { ...line, headers: headersOf({ ...line, body: '' }), body: bodyOf(input) };
  },
  cbor: ({ kind, input }) => ({
    method: 'POST',
    path: cborPath(kind),
    headers: { 'content-type': cborContentType, 'smithy-protocol': cborProtocolId, accept: cborContentType },
    body: writeCbor(input),
  }),
};
