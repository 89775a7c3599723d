// A request to a driver and its answer, in one line each.

import type { CallAnswer } from '../api/driver.js';
import type { RecordedRequest, ScriptedReply } from '../api/sdk-case.js';
import { shortenedText } from '../text/shortened-text.js';

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

export function describeReply(reply: ScriptedReply): string {
  switch (reply.kind) {
    case 'answer': {
      const { status, headers = {}, body, delayMs, chunkBytes, missingBytes, clockOffsetMs } = reply;
      return [
        `status ${status}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        ...(clockOffsetMs === undefined ? [] : [`a Date ${clockOffsetMs / 1_000} s from now`]),
        ...(delayMs === undefined ? [] : [`after ${delayMs} ms`]),
        ...(chunkBytes === undefined ? [] : [`in chunks of ${chunkBytes} bytes`]),
        body === '' ? 'an empty body' : `body ${shortenedText(body, maxBodyLength)}`,
        ...(missingBytes === undefined ? [] : [`${missingBytes} bytes short of its length`]),
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
export function describeRequest({ requestLine, headers, body }: RecordedRequest): string {
  const target = headers.find(([name]) => name.toLowerCase() === 'x-amz-target')?.[1];
  const text = shortenedText(Buffer.from(body).toString('utf8'), maxBodyLength);
  return `${requestLine}, ${target === undefined ? 'no X-Amz-Target' : `X-Amz-Target: ${target}`}, body ${text}`;
}
