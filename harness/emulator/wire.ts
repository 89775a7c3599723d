// Requests read into operations, outcomes written as answers, in the protocol that the request speaks.

import type { HttpAnswer } from '../api/http-answer.js';
import type { Operation, OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { cborProtocolId, readCborPath, type Protocol } from '../api/protocol.js';
import { RequestFault, type Failure } from './failure.js';
import { operationShapes } from './members.js';
import { readMembers } from './read-members.js';
import { cborWire } from './wire-cbor.js';
import { jsonWire } from './wire-json.js';
import type { RequestParts, WireProtocol } from './wire-protocol.js';

const wires: Readonly<Record<Protocol, WireProtocol>> = { json: jsonWire, cbor: cborWire };

/** The protocol that a request claims to speak: its header decides, also for answers that refuse the request. */
export function protocolOf({ smithyProtocol, path }: Pick<RequestParts, 'smithyProtocol' | 'path'>): Protocol {
  return smithyProtocol === cborProtocolId && readCborPath(path) !== undefined ? 'cbor' : 'json';
}

/** Throws a RequestFault if the request is not an operation. */
export function readOperation(parts: RequestParts): Operation {
  const protocol = protocolOf(parts);
  if (protocol === 'json' && readCborPath(parts.path) !== undefined) {
    throw new RequestFault('UnknownOperationException', `Smithy-Protocol is not ${cborProtocolId}.`, 404);
  }
  const wire = wires[protocol];
  const kind = wire.readOperationName(parts);
  const input = readMembers(operationShapes[kind].members, wire.readBody(parts));
  // The table of members gives each operation its own input; the compiler cannot follow a union of operations.
  return { kind, input } as unknown as Operation;
}

export function writeOutcome(kind: OperationName, outcome: Outcome, protocol: Protocol = 'json'): HttpAnswer {
  switch (outcome.kind) {
    case 'success':
      return wires[protocol].writeOutput(kind, outcome.output);
    case 'service-error': {
      const { error, status, message } = outcome;
      return writeFailure({ error, status, message: message ?? defaultMessage(error) }, protocol);
    }
    case 'not-implemented':
      return writeFailure({ error: 'NotImplementedException', status: 501, message: outcome.reason }, protocol);
    default:
      return writeFailure(internalFailure, protocol);
  }
}

export function writeFailure(failure: Failure, protocol: Protocol = 'json'): HttpAnswer {
  return wires[protocol].writeFailure(failure);
}

export const internalFailure: Failure = {
  error: 'InternalFailure',
  status: 500,
  message: 'The request processing has failed because of an unknown error, exception or failure.',
};

/** What each error means, in a plain sentence; used if the service gives no message. */
const messages: Readonly<Record<string, string>> = {
  AccessDeniedException: 'The caller does not have sufficient access to perform this action.',
  ConcurrentModificationException: 'A previous update to your private CA is still ongoing.',
  InvalidArnException: 'Not a valid arn.',
  InvalidPolicyException: 'The resource policy is invalid or is missing a required statement.',
  InvalidStateException: 'The state of the private CA does not allow this action to occur.',
  LockoutPreventedException: 'The action would lock the caller out of the private CA.',
  RequestFailedException: 'The request has failed for an unspecified reason.',
  ResourceNotFoundException: 'A resource such as a private CA, certificate or policy cannot be found.',
  ThrottlingException: 'The request was denied because there were too many of them.',
  ValidationException: 'The input does not satisfy the constraints of the service.',
};

function defaultMessage(error: string): string {
  return messages[error] ?? 'The request was refused.';
}
