// The answer to a request: a scripted reply in the protocol of the request. Only this file knows how protocols differ in answers.

import { cborBytes } from '../api/cbor/cbor-bytes.js';
import { describeCbor } from '../api/cbor/read-cbor.js';
import { writeCbor } from '../api/cbor/write-cbor.js';
import { cborContentType, cborProtocolId, shapeNamespace, type Protocol } from '../api/protocol.js';
import type { ScriptedReply } from '../api/sdk-case.js';

/** The bytes of longer bodies are not shown. */
const maxShownBytes = 64;

export type ScriptedAnswer = ScriptedReply & { readonly kind: 'answer' };

/** What an answer takes from its request. */
export interface AnsweredRequest {
  readonly protocol: Protocol;
  readonly resourceArn: string;
}

/** The headers in their order, without Content-Length and Date. */
export function answerHeaders(
  answer: ScriptedAnswer,
  protocol: Protocol,
): readonly (readonly [name: string, value: string])[] {
  const given = Object.entries(answer.headers ?? {});
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  const added = Object.entries(protocolHeaders[protocol](answer)).filter(([name]) => !names.has(name.toLowerCase()));
  return [...given, ...added].flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

const protocolHeaders = {
  json: () => ({ 'Content-Type': 'application/x-amz-json-1.1' }),
  // An operation without output is answered without a body, and then without its type.
  cbor: ({ body }) => ({
    'Smithy-Protocol': cborProtocolId,
    ...(body === '' ? {} : { 'Content-Type': cborContentType }),
  }),
} as const satisfies Readonly<Record<Protocol, (answer: ScriptedAnswer) => Readonly<Record<string, string>>>>;

export function answerBody({ body }: ScriptedAnswer, { protocol, resourceArn }: AnsweredRequest): Buffer {
  if (typeof body === 'string') {
    return Buffer.from(body.replaceAll('{{arn}}', JSON.stringify(resourceArn).slice(1, -1)));
  }
  if ('cbor' in body) return cborBytes(body.cbor);
  const filledIn = Object.entries(body.members).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('{{arn}}', resourceArn) : value,
  ]);
  const name = 'error' in body ? { __type: errorType(body.error, protocol) } : {};
  const members = { ...name, ...Object.fromEntries(filledIn) };
  return Buffer.from(protocol === 'json' ? JSON.stringify(members) : writeCbor(members));
}

function errorType(name: string, protocol: Protocol): string {
  return protocol === 'json' ? name : `${shapeNamespace}#${name}`;
}

/** The body as a text, in diagnostic notation with its bytes if it is CBOR; empty if there is none. */
export function answerText(answer: ScriptedAnswer, protocol: Protocol): string {
  const bytes = answerBody(answer, { protocol, resourceArn: '{{arn}}' });
  const isCbor = typeof answer.body !== 'string' && (protocol === 'cbor' || 'cbor' in answer.body);
  if (!isCbor) return bytes.toString('utf8');
  const hex = bytes.length > maxShownBytes ? '' : `, in bytes ${bytes.toString('hex')}`;
  return `${describeCbor(bytes)}${hex}`;
}
