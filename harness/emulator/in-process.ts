// Hosts a service behind the protocol but without a socket: what the emulator does between the arrival of a request and
// the departure of its answer, signatures and certificates left out.

import type { HttpAnswer } from '../api/http-answer.js';
import type { Service } from '../api/service.js';
import { operationOfClient, type Wire } from '../api/wire.js';
import { RequestFault } from './failure.js';
import { readOperation, writeFailure, writeOutcome } from './wire.js';

export function hostInProcess<State>(service: Service<State>): Wire {
  let state = service.initial;
  return (request, atMs): HttpAnswer => {
    try {
      // Reading what a client wrote brings back what it wrote; that takes longer than all the rest.
      const operation = operationOfClient(request) ?? readOperation({ ...request, target: request.target });
      const { outcome, next } = service.step(state, operation, { atMs });
      state = next;
      return writeOutcome(operation.kind, outcome);
    } catch (error) {
      if (error instanceof RequestFault) return writeFailure(error);
      throw error;
    }
  };
}
