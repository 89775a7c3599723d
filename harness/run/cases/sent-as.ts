// The call that is sent for an operation in a protocol, and how its answer is read.

import { isPolicyOperation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import type { Protocol } from '../../api/protocol.js';
import { cborRequestOf, type ApiCall } from '../../api/raw-request.js';
import { readAsClient } from '../../targets/read-as-client.js';

/** A policy operation in CBOR is sent as the request that it is. */
export function sentAs(operation: ApiCall, protocol: Protocol | undefined): ApiCall {
  const isInCbor = protocol === 'cbor' && operation.kind !== 'RawRequest' && isPolicyOperation(operation);
  return isInCbor ? cborRequestOf(operation) : operation;
}

/** The answer to an operation that was sent as a request: read as by a client, which is what an operation is judged by. */
export function readAs(operation: ApiCall, sent: ApiCall, outcome: Outcome): Outcome {
  if (operation.kind === 'RawRequest' || sent === operation || !('answer' in outcome)) return outcome;
  return outcome.answer === undefined ? outcome : readAsClient(operation.kind, outcome.answer, 'cbor');
}
