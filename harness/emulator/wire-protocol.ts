// The interface of a wire protocol: it reads requests and writes answers.

import type { HttpAnswer } from '../api/http-answer.js';
import type { OperationName } from '../api/operation.js';
import type { Output } from '../api/outcome.js';
import type { Failure } from './failure.js';

/** The parts of a request that say which operation is called, and with which input. */
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
  /** The received bytes, or a text. */
  readonly body: Uint8Array | string;
}

/** One protocol. Reading throws a RequestFault for what it cannot read. */
export interface WireProtocol {
  readonly readOperationName: (parts: RequestParts) => OperationName;
  /** The value in the body, before its members are read. */
  readonly readBody: (parts: RequestParts) => unknown;
  readonly writeOutput: (kind: OperationName, output: Output) => HttpAnswer;
  readonly writeFailure: (failure: Failure) => HttpAnswer;
}
