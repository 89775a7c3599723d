// A request to a driver and its answer, in one line each.

import { describeCbor } from '../api/cbor/read-cbor.js';
import type { CallAnswer } from '../api/driver.js';
import type { Protocol } from '../api/protocol.js';
import type { RecordedRequest, ScriptedReply } from '../api/sdk-case.js';
import { shortenedText } from '../text/shortened-text.js';
import { answerHeaders, answerText } from './scripted-answer.js';
import { protocolOf } from './sent-request.js';

/** Longer bodies are cut. */
const maxBodyLength = 300;

export function describeCallAnswer(answer: CallAnswer): string {
  switch (answer.type) {
    case 'ok':
      return `ok ${shortenedText(JSON.stringify(answer.output), maxBodyLength)}`;
    case 'serviceError': {
      const { code, className, status, requestId, message } = answer;
      const told = [
        ...(className === null ? [] : [`class ${className}`]),
        ...(status === null ? [] : [`status ${status}`]),
        ...(requestId === null ? [] : [`request id ${requestId}`]),
        ...(message === null ? [] : [`message ${shortenedText(JSON.stringify(message), maxBodyLength)}`]),
      ];
      return `error ${code ?? 'without a name'}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
    }
    case 'transportError':
      return `no answer of the service: ${answer.cause}: ${shortenedText(answer.message, maxBodyLength)}`;
    case 'unsupported':
      return `unsupported: ${answer.reason}`;
    case 'driverError':
      return `fault of the driver: ${answer.message}`;
    default:
      return answer satisfies never;
  }
}

/** As it is sent in answer to a request of this protocol. */
export function describeReply(reply: ScriptedReply, protocol: Protocol): string {
  switch (reply.kind) {
    case 'answer': {
      const { status, delayMs, chunkBytes, missingBytes, clockOffsetMs } = reply;
      const body = answerText(reply, protocol);
      return [
        `status ${status}`,
        ...answerHeaders(reply, protocol).map(([name, value]) => `${name}: ${value}`),
        ...(clockOffsetMs === undefined ? [] : [`a Date ${clockOffsetMs / 1_000} s from now`]),
        ...(delayMs === undefined ? [] : [`after ${delayMs} ms`]),
        ...(chunkBytes === undefined ? [] : [`in chunks of ${chunkBytes} bytes`]),
        body === '' ? 'an empty body' : `body ${shortenedText(body, maxBodyLength)}`,
        ...(missingBytes === undefined ? [] : [`${missingBytes} bytes at its end are not sent`]),
      ].join(', ');
    }
    case 'reset':
      return reply.when === 'before-reading'
        ? 'reset the connection before it read anything'
        : 'reset the connection once it had read the request';
    case 'silence':
      return `nothing for ${reply.holdMs} ms`;
    default:
      return reply satisfies never;
  }
}

/** Without its signature, which is in the headers. */
export function describeRequest(request: RecordedRequest): string {
  const { requestLine, headers, body } = request;
  const isCbor = protocolOf(request) === 'cbor';
  const [label, name] = isCbor ? ['Smithy-Protocol', 'smithy-protocol'] : ['X-Amz-Target', 'x-amz-target'];
  const value = headers.find(([each]) => each.toLowerCase() === name)?.[1];
  const text = shortenedText(isCbor ? describeCbor(body) : Buffer.from(body).toString('utf8'), maxBodyLength);
  return `${requestLine}, ${value === undefined ? `no ${label}` : `${label}: ${value}`}, body ${text}`;
}
