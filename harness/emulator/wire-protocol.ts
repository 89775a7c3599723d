// What a protocol of the wire has to offer: it reads requests and writes answers.

import type { HttpAnswer } from '../api/http-answer.js';
import type { OperationName } from '../api/operation.js';
import type { Output } from '../api/outcome.js';
import type { Failure } from './failure.js';

/** What of a request says which operation is called, and with what. */
export interface RequestParts {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The value of the header X-Amz-Target (WIRE-01). */
  readonly target?: string | undefined;
  /** The value of the header X-Amzn-Target. */
  readonly otherTarget?: string | undefined;
  /** The value of the header Smithy-Protocol. */
  readonly smithyProtocol?: string | undefined;
  readonly contentType?: string | undefined;
  /** Bytes as they came, or a text that is known to be one. */
  readonly body: Uint8Array | string;
}

/** One protocol. Reading throws a RequestFault for what it cannot read. */
export interface WireProtocol {
  readonly readOperationName: (parts: RequestParts) => OperationName;
  /** The value that the body is, before its members are looked at. */
  readonly readBody: (parts: RequestParts) => unknown;
  readonly writeOutput: (kind: OperationName, output: Output) => HttpAnswer;
  readonly writeFailure: (failure: Failure) => HttpAnswer;
}
