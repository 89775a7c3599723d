// Reads the answer to a call of an operation as the JavaScript SDK does, which forgives more than the protocol says: a
// service that is judged without the SDK must not look worse, nor better, than through it.

import { membersOf, type HttpAnswer } from '../api/http-answer.js';
import type { OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { notImplementedNames, saysNotImplemented } from './classify.js';
import { errorName, textOf } from './read-answer.js';

/** The operations without output: the SDK does not look at the body of their successes. */
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

export function readAsClient(kind: OperationName, answer: HttpAnswer): Outcome {
  const { status } = answer;
  if (status < 300 && withoutOutput.includes(kind)) return { kind: 'success', output: {} };
  const members = membersOf(answer);
  if (members === undefined) {
    return status === 501
      ? { kind: 'not-implemented', reason: `an error without a name (HTTP ${status})` }
      : { kind: 'http-fault', status, reason: 'the body is not a JSON object' };
  }
  if (status < 300) return { kind: 'success', output: members };
  return readError(answer, members);
}

/** The SDK also takes the member `code` for the name of an error, and `Code` where there is nothing else. */
function readError({ status, headers }: HttpAnswer, members: Readonly<Record<string, unknown>>): Outcome {
  const names = [headers['x-amzn-errortype'], members['code'], members['__type'], members['Code']];
  const error = names.map((name) => errorName(name)).find((name) => name !== undefined);
  const message = textOf(members['message']) ?? textOf(members['Message']);
  if (status === 501 || notImplementedNames.includes(error ?? '') || saysNotImplemented(error ?? '', message ?? '')) {
    return { kind: 'not-implemented', reason: `${error ?? 'an error without a name'} (HTTP ${status})` };
  }
  return error === undefined
    ? { kind: 'http-fault', status, reason: 'the error has no name' }
    : { kind: 'service-error', error, status, message };
}
