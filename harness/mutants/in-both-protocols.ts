// Mutations of the wire that apply to both protocols: what is in CBOR is mutated in the form that it has in JSON.

import { cborBytes } from '../api/cbor/cbor-bytes.js';
import type { CborItem } from '../api/cbor/cbor-item.js';
import { cborBodyOf, membersOfCbor } from '../api/cbor/read-cbor.js';
import { writeCbor } from '../api/cbor/write-cbor.js';
import { membersOf } from '../api/http-answer.js';
import { cborContentType, cborPath, cborProtocolId, readCborPath, shapeNamespace } from '../api/protocol.js';
import { requestLineOf } from '../api/raw-request.js';
import { serviceErrors } from '../api/service-model.js';
import type { WireAnswer, WireRequest } from '../api/wire.js';
import type { AnswerMutation } from './mutate-answers.js';

/** The same mutation, with one memory, of requests and answers in either protocol. */
export function inBothProtocols(mutation: AnswerMutation): AnswerMutation {
  return (right) => {
    let pending: Translated | undefined;
    const mutated = mutation((asked, atMs, caller) => {
      if (pending === undefined) return right(asked, atMs, caller);
      const answer = right(isUnchanged(asked, pending.json) ? pending.cbor : inCbor(asked, pending.cbor), atMs, caller);
      const json = answerInJson(answer);
      pending.answers.set(json, answer);
      return json;
    });
    return (request, atMs, caller) => {
      const json = requestInJson(request);
      if (json === undefined) return mutated(request, atMs, caller);
      pending = { cbor: request, json, answers: new Map() };
      try {
        const answer = mutated(json, atMs, caller);
        return unchangedAnswer(answer, pending) ?? answerInCbor(answer);
      } finally {
        pending = undefined;
      }
    };
  };
}

/** A request in CBOR that is being answered. */
interface Translated {
  readonly cbor: WireRequest;
  readonly json: WireRequest;
  /** The answers in CBOR by the form that the mutation sees. */
  readonly answers: Map<WireAnswer, WireAnswer>;
}

const jsonContentType = 'application/x-amz-json-1.1';

/** Undefined for a request that is not one of CBOR. */
function requestInJson(request: WireRequest): WireRequest | undefined {
  const { cbor, smithyProtocol, path, target, otherTarget } = request;
  const named = readCborPath(path);
  const isClaimed = smithyProtocol === cborProtocolId && target === undefined && otherTarget === undefined;
  if (!isClaimed || named === undefined || cbor === undefined) return undefined;
  const members = membersOfCbor(cborBytes(cbor));
  const line = { ...requestLineOf('GetPolicy'), target: `ACMPrivateCA.${named.operation}` };
  return { ...line, body: members === undefined ? 'not CBOR' : JSON.stringify(members) };
}

function isUnchanged(asked: WireRequest, { target, body }: WireRequest): boolean {
  return asked.target === target && asked.body === body;
}

function inCbor({ target, body }: WireRequest, request: WireRequest): WireRequest {
  const members: unknown = JSON.parse(body);
  return { ...request, path: cborPath(target?.split('.').at(-1) ?? ''), cbor: itemOf(members) };
}

function itemOf(value: unknown): CborItem {
  return { raw: Buffer.from(writeCbor(typeof value === 'object' && value !== null ? value : {})).toString('hex') };
}

function answerInJson(answer: WireAnswer): WireAnswer {
  const { cbor, ...rest } = answer;
  if (cbor === undefined) return { ...rest };
  const { __type, ...members } = membersOf(answer) ?? {};
  const name = typeof __type === 'string' ? { __type: __type.split('#').at(-1) } : {};
  const headers = { ...rest.headers, 'content-type': jsonContentType };
  return { ...rest, headers, body: JSON.stringify({ ...name, ...members }) };
}

/** The answer of the correct wire, byte by byte, if the mutation left it as it was. */
function unchangedAnswer(answer: WireAnswer, { answers }: Translated): WireAnswer | undefined {
  for (const [json, cbor] of answers) {
    const isSame = json.status === answer.status && json.body === answer.body;
    if (isSame && JSON.stringify(json.headers) === JSON.stringify(answer.headers)) {
      return answer.tookMs === undefined ? cbor : { ...cbor, tookMs: answer.tookMs };
    }
  }
  return undefined;
}

function answerInCbor({ headers, body, ...rest }: WireAnswer): WireAnswer {
  const { 'content-type': contentType, ...others } = headers;
  // A page is the same in every protocol.
  if (contentType !== undefined && contentType !== jsonContentType) return { ...rest, headers, body };
  const ofProtocol = { ...others, 'smithy-protocol': cborProtocolId };
  if (body === '') return { ...rest, headers: ofProtocol, body };
  const members = membersOf({ status: rest.status, headers, body });
  const bytes = members === undefined ? Buffer.from(body) : writeCbor({ ...members, ...shapeOf(members['__type']) });
  return {
    ...rest,
    headers: { ...ofProtocol, 'content-type': cborContentType },
    body: '',
    cbor: cborBodyOf(bytes),
  };
}

/** The name of an error with its namespace. */
function shapeOf(type: unknown): { readonly __type?: string } {
  if (typeof type !== 'string') return {};
  return { __type: `${serviceErrors.includes(type) ? shapeNamespace : 'com.amazon.coral.service'}#${type}` };
}
