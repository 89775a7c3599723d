// The service as a client meets it, without the sockets between: a request goes in, an answer comes out.

import type { HttpAnswer } from './http-answer.js';
import { isPolicyOperation, type Operation, type PolicyOperation } from './operation.js';
import { bodyOf, requestLineOf, type RawRequest } from './raw-request.js';

/** The parts of a request that matter to the protocol; who signed it does not. */
export type WireRequest = RawRequest['input'];

export interface WireAnswer extends HttpAnswer {
  /** How long the client waits for it, in milliseconds; not at all unless stated. */
  readonly tookMs?: number | undefined;
}

/** Answers requests one after another, each at its time in milliseconds since 1970, and remembers what it has to. */
export type Wire = (request: WireRequest, atMs: number) => WireAnswer;

const operations = new WeakMap<WireRequest, PolicyOperation>();

/** The request of a client, whose body is written only for who reads it. */
export function clientRequest(operation: Operation): WireRequest {
  const request: WireRequest = {
    ...requestLineOf(operation.kind),
    get body() {
      return bodyOf(operation.input);
    },
  };
  // Of the others it takes reading to find what their members may not be.
  if (isPolicyOperation(operation)) operations.set(request, operation);
  return request;
}

/** The policy operation that a client made just this request of; undefined for every other, also for a copy with changes. */
export function operationOfClient(request: WireRequest): PolicyOperation | undefined {
  return operations.get(request);
}
