// The call that is sent for an operation in a protocol.

import type { Protocol } from '../../api/protocol.js';
import { isPolicyOperation } from '../../api/operation.js';
import { cborRequestOf, type ApiCall } from '../../api/raw-request.js';

/** A policy operation in CBOR is sent as the request that it is. */
export function sentAs(operation: ApiCall, protocol: Protocol | undefined): ApiCall {
  const isInCbor = protocol === 'cbor' && operation.kind !== 'RawRequest' && isPolicyOperation(operation);
  return isInCbor ? cborRequestOf(operation) : operation;
}
