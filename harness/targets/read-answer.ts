// Reads an answer of either protocol: what a client does for calls of operations, for requests made by hand.
// Sources: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html,
// https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html

import { membersOf, type HttpAnswer } from '../api/http-answer.js';
import type { Outcome } from '../api/outcome.js';
import { saysNotImplemented } from './classify.js';

/**
 * An error that names an unknown operation stays an error: whether it says that the operation is missing, or rightly that
 * the request named none, depends on the request.
 */
export function readAnswer(answer: HttpAnswer): Outcome {
  const { status } = answer;
  const members = membersOf(answer);
  if (status >= 200 && status < 300) {
    return members === undefined
      ? {
          kind: 'http-fault',
          status,
          reason: answer.bytes === undefined ? 'the body is not a JSON object' : 'the body is not a CBOR map',
          answer,
        }
      : { kind: 'success', output: members, answer };
  }
  const error = nameOfError(answer);
  const message = textOf(members?.['message']) ?? textOf(members?.['Message']);
  if (status === 501 || saysNotImplemented(error ?? '', message ?? '')) {
    return { kind: 'not-implemented', reason: `${error ?? 'an error without a name'} (HTTP ${status})` };
  }
  return error === undefined
    ? { kind: 'http-fault', status, reason: 'the error has no name', answer }
    : { kind: 'service-error', error, status, message, answer };
}

/** The name of an error: in one of the three places where JSON lets it stand (WIRE-11), or in the one of CBOR (WIRE-20). */
export function nameOfError(answer: HttpAnswer): string | undefined {
  if (answer.bytes !== undefined) return errorName(membersOf(answer)?.['__type']);
  return recommendedName(answer) ?? errorName(membersOf(answer)?.['code']);
}

/** Whether an error is named in `code` of the body alone, and not in the header or in `__type`. */
export function isNamedInCodeAlone(answer: HttpAnswer): boolean {
  return recommendedName(answer) === undefined && nameOfError(answer) !== undefined;
}

function recommendedName(answer: HttpAnswer): string | undefined {
  return errorName(answer.headers['x-amzn-errortype']) ?? errorName(membersOf(answer)?.['__type']);
}

/** The name without the namespace before it and the URL after it (WIRE-11). */
export function errorName(type: unknown): string | undefined {
  const [withoutUrl = ''] = (textOf(type) ?? '').split(':');
  return withoutUrl.split('#').at(-1)?.trim() || undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
