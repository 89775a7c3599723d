// Reads the answer to a raw request in either protocol, as strictly as the protocol says.
// Sources: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html,
// https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html

import { membersOf, type HttpAnswer } from '../api/http-answer.js';
import type { Outcome } from '../api/outcome.js';
import { saysNotImplemented } from './classify.js';

/**
 * The outcome of an answer. An error about an unknown operation stays an error, because the request may name an operation
 * that does not exist.
 */
export function readAnswer(answer: HttpAnswer): Outcome {
  const { status } = answer;
  const members = membersOf(answer);
  if (status >= 200 && status < 300) {
    return members === undefined
      ? {
          kind: 'http-fault',
          status,
          reason: answer.cbor === undefined ? 'the body is not a JSON object' : 'the body is not a CBOR map',
          answer,
        }
      : { kind: 'success', output: members, answer };
  }
  const error = nameOfError(answer);
  const message = stringOf(members?.['message']) ?? stringOf(members?.['Message']);
  if (status === 501 || saysNotImplemented(error ?? '', message ?? '')) {
    return { kind: 'not-implemented', reason: `${error ?? 'an error without a name'} (HTTP ${status})` };
  }
  return error === undefined
    ? { kind: 'http-fault', status, reason: 'the error has no name', answer }
    : { kind: 'service-error', error, status, message, answer };
}

/** The error name, from one of the three places in JSON (WIRE-11), or from the one in CBOR (WIRE-20). */
export function nameOfError(answer: HttpAnswer): string | undefined {
  if (answer.cbor !== undefined) return readErrorName(membersOf(answer)?.['__type']);
  return recommendedName(answer) ?? readErrorName(membersOf(answer)?.['code']);
}

/** Whether an error is named only in `code` of the body, and not in the header or in `__type`. */
export function isNamedInCodeAlone(answer: HttpAnswer): boolean {
  return recommendedName(answer) === undefined && nameOfError(answer) !== undefined;
}

function recommendedName(answer: HttpAnswer): string | undefined {
  return readErrorName(answer.headers['x-amzn-errortype']) ?? readErrorName(membersOf(answer)?.['__type']);
}

/** The name without its namespace prefix and URL suffix (WIRE-11). */
export function readErrorName(type: unknown): string | undefined {
  const [withoutUrl = ''] = (stringOf(type) ?? '').split(':');
  return withoutUrl.split('#').at(-1)?.trim() || undefined;
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
