// Reads the answer to an operation as clients do, which are more tolerant than the protocol: JSON like the JavaScript SDK,
// CBOR like the SDK for Go.

import { membersOf, type HttpAnswer } from '../api/http-answer.js';
import type { OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Protocol } from '../api/protocol.js';
import { notImplementedNames, saysNotImplemented } from './classify.js';
import { readErrorName, stringOf } from './read-answer.js';

/** The operations without output, for whose successes the SDK does not read the body. */
const withoutOutput: readonly OperationName[] = [
  'PutPolicy',
  'DeletePolicy',
  'ImportCertificateAuthorityCertificate',
  'RevokeCertificate',
  'UpdateCertificateAuthority',
  'DeleteCertificateAuthority',
  'RestoreCertificateAuthority',
  'CreatePermission',
  'DeletePermission',
  'TagCertificateAuthority',
  'UntagCertificateAuthority',
];

export function readAsClient(kind: OperationName, answer: HttpAnswer, protocol: Protocol = 'json'): Outcome {
  const { status } = answer;
  if (status < 300 && withoutOutput.includes(kind)) return { kind: 'success', output: {} };
  const members = isReadable(answer, protocol) ? membersOf(answer) : undefined;
  if (members === undefined) {
    return status === 501
      ? { kind: 'not-implemented', reason: `an error without a name (HTTP ${status})` }
      : { kind: 'http-fault', status, reason: `the body is not ${bodyNames[protocol]}` };
  }
  if (status < 300) return { kind: 'success', output: members };
  return readError(answer, protocol === 'json' ? namesInJson(answer, members) : [members['__type']], members);
}

const bodyNames: Readonly<Record<Protocol, string>> = { json: 'a JSON object', cbor: 'a CBOR map' };

/** A client reads only the protocol of its request. */
function isReadable({ body, cbor }: HttpAnswer, protocol: Protocol): boolean {
  return protocol === 'cbor' ? cbor !== undefined || body === '' : cbor === undefined;
}

/** The SDK also reads the error name from the member `code`, and from `Code` if there is no other. */
function namesInJson({ headers }: HttpAnswer, members: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [headers['x-amzn-errortype'], members['code'], members['__type'], members['Code']];
}

function readError(
  { status }: HttpAnswer,
  names: readonly unknown[],
  members: Readonly<Record<string, unknown>>,
): Outcome {
  const error = names.map((name) => readErrorName(name)).find((name) => name !== undefined);
  const message = stringOf(members['message']) ?? stringOf(members['Message']);
  if (status === 501 || notImplementedNames.includes(error ?? '') || saysNotImplemented(error ?? '', message ?? '')) {
    return { kind: 'not-implemented', reason: `${error ?? 'an error without a name'} (HTTP ${status})` };
  }
  return error === undefined
    ? { kind: 'http-fault', status, reason: 'the error has no name' }
    : { kind: 'service-error', error, status, message };
}
