// A hand-made HTTP request, such as no client would send, as plain data: it is generated, shrunk, saved and replayed as an
// operation is.

import type { Operation } from './operation.js';
import { wireForm } from './wire-form.js';

export interface RawRequest {
  readonly kind: 'RawRequest';
  /** The parts of the request that a case chooses; signing adds the rest. Any text may carry tokens. */
  readonly input: {
    readonly method: 'GET' | 'POST' | 'PUT';
    readonly path: string;
    /** The header X-Amz-Target; absent where the request has none. */
    readonly target?: string | undefined;
    /** The header Content-Type; absent where the request has none. */
    readonly contentType?: string | undefined;
    readonly body: string;
  };
}

/** The request by which a client makes the call (WIRE-01). */
export function requestOf({ kind, input }: Operation): RawRequest {
  return {
    kind: 'RawRequest',
    input: { ...requestLineOf(kind), body: bodyOf(input) },
  };
}

/** The parts of the same request that do not depend on the input. */
export function requestLineOf(kind: Operation['kind']): Omit<RawRequest['input'], 'body'> {
  return {
    method: 'POST',
    path: '/',
    target: `ACMPrivateCA.${kind}`,
    contentType: 'application/x-amz-json-1.1',
  };
}

export function bodyOf(input: Operation['input']): string {
  return JSON.stringify(wireForm(input));
}

/** Whatever a case can send: a call of an operation, or a request made by hand. */
export type Call = Operation | RawRequest;
