// Sends raw requests, signed as by an SDK (WIRE-01) and otherwise unchanged.

import { bodyBytesOf } from '../api/body-bytes.js';
import type { Outcome } from '../api/outcome.js';
import type { RawRequest } from '../api/raw-request.js';
import type { CallOptions } from '../api/target.js';
import { tooLong } from './body-limit.js';
import type { ExchangeHttp } from './http-exchange.js';
import { readAnswer } from './read-answer.js';
import { withinLimits } from './within-limits.js';

/** One attempt per call. */
export function createRawClient(
  exchange: ExchangeHttp,
): (request: RawRequest, options: CallOptions) => Promise<Outcome> {
  return ({ input }, options) =>
    withinLimits(options, async (abortSignal) => {
      const { method, path, signature } = input;
      const request = { method, path, signature, headers: headersOf(input), body: bodyBytesOf(input) };
      const read = await exchange(request, { abortSignal, wire: options.wire });
      return 'answer' in read ? readAnswer(read.answer) : { kind: 'http-fault', status: read.status, reason: tooLong };
    });
}

/** The headers of a raw request; absent ones are not sent. */
export function headersOf({
  target,
  otherTarget,
  contentType,
  smithyProtocol,
  accept,
  contentEncoding,
  transferEncoding,
}: RawRequest['input']): Readonly<Record<string, string>> {
  const headers = {
    'x-amz-target': target,
    'x-amzn-target': otherTarget,
    'content-type': contentType,
    'smithy-protocol': smithyProtocol,
    accept,
    'content-encoding': contentEncoding,
    'transfer-encoding': transferEncoding,
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
