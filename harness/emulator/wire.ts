// The JSON 1.1 protocol: requests read into operations, outcomes written as answers.
// Source: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html

import type { HttpAnswer } from '../api/http-answer.js';
import type { Operation, OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { wireForm } from '../api/wire-form.js';
import { RequestFault, type Failure } from './failure.js';
import { operationNamed, operationShapes } from './members.js';
import { readMembers } from './read-members.js';

const jsonHeaders = { 'content-type': 'application/x-amz-json-1.1' };

const targetPrefix = 'ACMPrivateCA.';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What of a request says which operation is called, and with what. */
export interface RequestParts {
  readonly method: string;
  /** The value of the header X-Amz-Target (WIRE-01). */
  readonly target: string | undefined;
  /** Bytes as they came, or a text that is known to be one. */
  readonly body: Uint8Array | string;
}

/** Throws a RequestFault for what is no operation. */
export function readOperation({ method, target, body }: RequestParts): Operation {
  if (method !== 'POST') {
    throw new RequestFault('UnknownOperationException', `Calls are made with POST and not with ${method}.`, 404);
  }
  const kind = operationNamed(target?.startsWith(targetPrefix) === true ? target.slice(targetPrefix.length) : '');
  if (kind === undefined) {
    const name = target === undefined ? 'without the header X-Amz-Target' : `"${target.slice(0, 200)}"`;
    throw new RequestFault('UnknownOperationException', `There is no operation ${name}.`, 404);
  }
  // The table of members gives each operation its own input; the compiler cannot follow a union of operations.
  return { kind, input: readMembers(operationShapes[kind].members, parseBody(body)) } as unknown as Operation;
}

function parseBody(body: RequestParts['body']): unknown {
  // The protocol lets an input without members be an empty body.
  if (body.length === 0) return {};
  try {
    return JSON.parse(typeof body === 'string' ? body : utf8.decode(body));
  } catch {
    throw new RequestFault('SerializationException', 'The body is not JSON in UTF-8.');
  }
}

export function writeOutcome(kind: OperationName, outcome: Outcome): HttpAnswer {
  switch (outcome.kind) {
    case 'success':
      return {
        status: 200,
        headers: jsonHeaders,
        body: operationShapes[kind].hasOutput ? JSON.stringify(wireForm(outcome.output)) : '',
      };
    case 'service-error': {
      const { error, status, message } = outcome;
      return writeFailure({ error, status, message: message ?? defaultMessage(error) });
    }
    case 'not-implemented':
      return writeFailure({ error: 'NotImplementedException', status: 501, message: outcome.reason });
    default:
      return writeFailure(internalFailure);
  }
}

export function writeFailure({ error, status, message }: Failure): HttpAnswer {
  return { status, headers: jsonHeaders, body: JSON.stringify({ __type: error, message }) };
}

export const internalFailure: Failure = {
  error: 'InternalFailure',
  status: 500,
  message: 'The request processing has failed because of an unknown error, exception or failure.',
};

/** What each error means, in the words of a plain sentence; used where the service says nothing. */
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
