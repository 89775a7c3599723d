// Hosts a service behind the protocol without sockets: the emulator's processing of a request, without signatures and
// certificates.

import type { HttpAnswer } from '../api/http-answer.js';
import type { Service } from '../api/service.js';
import { bodyBytesOf } from '../api/body-bytes.js';
import { operationOfClient, type Wire, type WireRequest } from '../api/wire.js';
import type { SignatureFlaw } from '../api/raw-request.js';
import { RequestFault, type Failure } from './failure.js';
import { protocolOf, readOperation, writeFailure, writeOutcome } from './wire.js';
import type { RequestParts } from './wire-protocol.js';

/** Signatures are not computed; a request says what is wrong with its own. */
const signatureFaults: Readonly<Record<SignatureFlaw, Failure>> = {
  missing: { error: 'MissingAuthenticationToken', status: 403, message: 'Missing Authentication Token' },
  altered: { error: 'InvalidSignatureException', status: 403, message: 'The signature does not match.' },
};

export function hostInProcess<State>(service: Service<State>): Wire {
  let state = service.initial;
  return (request, atMs, caller): HttpAnswer => {
    const parts = new ClientParts(request);
    const protocol = protocolOf(parts);
    if (request.signature !== undefined) return writeFailure(signatureFaults[request.signature], protocol);
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

/** The parts of a request. The body is read only if necessary, because the request of a client has its operation. */
class ClientParts implements RequestParts {
  readonly method: string;
  readonly path: string;
  readonly target: RequestParts['target'];
  readonly otherTarget: RequestParts['otherTarget'];
  readonly smithyProtocol: RequestParts['smithyProtocol'];
  readonly contentType: RequestParts['contentType'];
  readonly #request: WireRequest;

  constructor(request: WireRequest) {
    this.method = request.method;
    this.path = request.path.split('?', 1)[0] ?? '';
    this.target = request.target;
    this.otherTarget = request.otherTarget;
    this.smithyProtocol = request.smithyProtocol;
    this.contentType = request.contentType;
    this.#request = request;
  }

  get body(): RequestParts['body'] {
    return bodyBytesOf(this.#request);
  }
}
