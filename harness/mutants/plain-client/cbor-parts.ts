// The small client in RPC v2 CBOR, correct in everything.
// Sources: those of the requirements SDK-130 to SDK-148.

import { readCbor, textMembers } from '../../api/cbor/read-cbor.js';
import { writeCbor } from '../../api/cbor/write-cbor.js';
import { cborContentType, cborPath, cborProtocolId } from '../../api/protocol.js';
import { correctParts, unreadable, type ClientParts, type PlainAnswer } from './parts.js';

export const cborParts: ClientParts = {
  ...correctParts,
  bodyOf: (members) => writeCbor(members),
  requestOf: ({ operation }, endpoint, body) => {
    const url = new URL(endpoint);
    url.pathname = `${url.pathname.replace(/\/$/, '')}${cborPath(operation)}`;
    return {
      method: 'POST',
      url,
      headers: {
        host: url.host,
        'smithy-protocol': cborProtocolId,
        'content-type': cborContentType,
        accept: cborContentType,
        'content-length': String(body.length),
        'user-agent': 'plain-client/1',
      },
      body,
    };
  },
  errorName: (answer) => {
    const name = membersOfAnswer(answer)?.['__type'];
    return typeof name === 'string' ? name.split('#').at(-1) : undefined;
  },
  readError: (answer, name) => {
    const message = membersOfAnswer(answer)?.['message'];
    return {
      type: 'serviceError',
      id: '',
      code: name ?? null,
      className: name ?? null,
      message: typeof message === 'string' ? message : null,
      status: answer.status,
      requestId: answer.headers['x-amzn-requestid'] ?? null,
      retryable: null,
    };
  },
  readOutput: ({ operation }, answer) => {
    const members = membersOfAnswer(answer);
    if (members === undefined) return unreadable('the answer is not a map of CBOR');
    const { Policy: policy } = members;
    const output = operation === 'GetPolicy' && typeof policy === 'string' ? { Policy: policy } : {};
    return { type: 'ok', id: '', output };
  },
};

/** None if the body is empty; undefined if it is not a map, or not an answer in this protocol. */
export function membersOfAnswer({ headers, bytes }: PlainAnswer): Readonly<Record<string, unknown>> | undefined {
  return headers['smithy-protocol'] === cborProtocolId ? membersOfBytes(bytes) : undefined;
}

export function membersOfBytes(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  if (bytes.length === 0) return {};
  const read = readCbor(bytes);
  return read.kind === 'value' && read.value instanceof Map ? textMembers(read.value) : undefined;
}
