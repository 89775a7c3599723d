// A raw HTTP request, which no client would send, as plain data: it is generated, shrunk, saved and replayed like an
// operation.

import { cborInput, type CborItem } from './cbor/cbor-item.js';
import type { Operation, PolicyOperation } from './operation.js';
import { cborContentType, cborPath, cborProtocolId } from './protocol.js';
import { wireForm } from './wire-form.js';

/** The request has no signature, or another one. */
export type SignatureFlaw = (typeof signatureFlaws)[number];

export const signatureFlaws = ['missing', 'altered'] as const;

export interface RawRequest {
  readonly kind: 'RawRequest';
  /** The parts of the request that a case chooses; signing adds the rest. Strings may contain tokens. */
  readonly input: {
    readonly method: 'GET' | 'POST' | 'PUT';
    readonly path: string;
    /** The header X-Amz-Target; absent if the request has none. */
    readonly target?: string | undefined;
    /** The header Content-Type; absent if the request has none. */
    readonly contentType?: string | undefined;
    /** The header Smithy-Protocol; absent if the request has none. */
    readonly smithyProtocol?: string | undefined;
    /** The header X-Amzn-Target; absent if the request has none. */
    readonly otherTarget?: string | undefined;
    /** The header Accept; absent if the request has none. */
    readonly accept?: string | undefined;
    /** The header Content-Encoding, in which the body is sent; absent if the request has none. */
    readonly contentEncoding?: 'gzip' | undefined;
    /** The header Transfer-Encoding instead of a length; absent if the request has none. */
    readonly transferEncoding?: 'chunked' | undefined;
    /** What is wrong with the signature; absent if it is right. */
    readonly signature?: SignatureFlaw | undefined;
    /** Empty if the body is CBOR. */
    readonly body: string;
    /** The body, if it is CBOR. */
    readonly cbor?: CborItem | undefined;
  };
}

/** The request that a client sends for an operation (WIRE-01). */
export function requestOf({ kind, input }: Operation): RawRequest {
  return {
    kind: 'RawRequest',
    input: { ...requestLineOf(kind), body: bodyOf(input) },
  };
}

/** The request that a client sends for a policy operation in RPC v2 CBOR (WIRE-12). */
export function cborRequestOf({ kind, input }: PolicyOperation): RawRequest {
  return {
    kind: 'RawRequest',
    input: {
      method: 'POST',
      path: cborPath(kind),
      contentType: cborContentType,
      smithyProtocol: cborProtocolId,
      accept: cborContentType,
      body: '',
      cbor: cborInput(input),
    },
  };
}

/** The parts of a client's request that do not depend on the input. */
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

/** A call of a case: an operation or a raw request. */
export type ApiCall = Operation | RawRequest;
