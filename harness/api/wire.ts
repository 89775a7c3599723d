// The service as a function from requests to answers, without sockets.

import type { HttpAnswer } from './http-answer.js';
import type { CallerFacts } from './principal.js';
import { isPolicyOperation, type Operation, type PolicyOperation } from './operation.js';
import { bodyOf, requestLineOf, type RawRequest } from './raw-request.js';

/** The parts of a request that matter to the protocol, without the signature. */
export type WireRequest = RawRequest['input'];

export interface WireAnswer extends HttpAnswer {
  /** How long the client waits for it, in milliseconds; by default 0. */
  readonly tookMs?: number | undefined;
}

/**
 * Answers requests one after the other, each at a time in milliseconds since 1970, and keeps its state. The owner of the
 * CAs calls unless stated.
 */
export type Wire = (request: WireRequest, atMs: number, caller: CallerFacts | undefined) => WireAnswer;

const operations = new WeakMap<WireRequest, PolicyOperation>();

/** The request of a client; its body is serialized only when it is read. */
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

/** The policy operation from which `clientRequest` made exactly this request; undefined for any other, also a changed copy. */
export function operationOfClient(request: WireRequest): PolicyOperation | undefined {
  return operations.get(request);
}
