// Hosts a service behind the protocol without sockets: the emulator's processing of a request, without signatures and
// certificates.

import type { HttpAnswer } from '../api/http-answer.js';
import type { Service } from '../api/service.js';
import { bodyBytesOf } from '../api/body-bytes.js';
import { operationOfClient, type Wire, type WireRequest } from '../api/wire.js';
import { RequestFault } from './failure.js';
import { protocolOf, readOperation, writeFailure, writeOutcome } from './wire.js';
import type { RequestParts } from './wire-protocol.js';

export function hostInProcess<State>(service: Service<State>): Wire {
  let state = service.initial;
  return (request, atMs, caller): HttpAnswer => {
    const parts = partsOf(request);
    const protocol = protocolOf(parts);
    try {
      // Reading the request would give the same operation, but takes longer than everything else.
      const operation = operationOfClient(request) ?? readOperation(parts);
      const { outcome, next } = service.step(state, operation, { atMs, caller });
      state = next;
      return writeOutcome(operation.kind, outcome, protocol);
    } catch (error) {
      if (error instanceof RequestFault) return writeFailure(error, protocol);
      throw error;
    }
  };
}

function partsOf(request: WireRequest): RequestParts {
  return {
    method: request.method,
    path: request.path.split('?', 1)[0] ?? '',
    target: request.target,
    otherTarget: request.otherTarget,
    smithyProtocol: request.smithyProtocol,
    contentType: request.contentType,
    // The body is read only if necessary, because a client's request has its operation.
    get body() {
      return bodyBytesOf(request);
    },
  };
}
