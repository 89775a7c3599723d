// Ways to mutate what goes over the wire in RPC v2 CBOR; JSON stays right.

import { cborBytes } from '../api/cbor/cbor-bytes.js';
import type { CborItem } from '../api/cbor/cbor-item.js';
import { cborBodyOf, membersOfCbor } from '../api/cbor/read-cbor.js';
import { writeCbor } from '../api/cbor/write-cbor.js';
import { membersOf } from '../api/http-answer.js';
import { cborContentType, cborProtocolId, readCborPath, shapeNamespace } from '../api/protocol.js';
import type { Wire, WireAnswer, WireRequest } from '../api/wire.js';
import type { PolicyOperationName } from '../catalogue/requirement.js';
import type { AnswerMutation } from './mutate-answers.js';

type Members = Readonly<Record<string, unknown>>;
type Ask = (request: WireRequest) => WireAnswer;

const protocolHeaders = { 'smithy-protocol': cborProtocolId };
const bodyHeaders = { ...protocolHeaders, 'content-type': cborContentType };

/** Answers the requests on the path of CBOR; the others are answered rightly. */
export function cborWire(answer: (request: WireRequest, ask: Ask, operation: string) => WireAnswer): AnswerMutation {
  return withCborMemory(undefined, ({ request, ask, operation }) => answer(request, ask, operation));
}

interface CborExchange<Memory> {
  readonly request: WireRequest;
  readonly operation: string;
  readonly ask: Ask;
  readonly memory: Memory;
  readonly remember: (memory: Memory) => void;
}

/** The same with a memory of its own for each target. */
export function withCborMemory<Memory>(
  initial: Memory,
  answer: (exchange: CborExchange<Memory>) => WireAnswer,
): AnswerMutation {
  return (right: Wire): Wire => {
    let memory = initial;
    const remember = (next: Memory): void => {
      memory = next;
    };
    return (request, atMs, caller) => {
      const named = readCborPath(request.path);
      const ask: Ask = (asked) => right(asked, atMs, caller);
      return named === undefined
        ? ask(request)
        : answer({ request, operation: named.operation, ask, memory, remember });
    };
  };
}

/** Changes the answers, or leaves one alone if `rewrite` returns nothing. */
export function cborAnswers(
  rewrite: (right: WireAnswer, request: WireRequest, operation: string) => Partial<WireAnswer> | undefined,
): AnswerMutation {
  return cborWire((request, ask, operation) => {
    const right = ask(request);
    return { ...right, ...rewrite(right, request, operation) };
  });
}

/** Changes the successes of some operations. */
export function cborSuccesses(
  names: readonly PolicyOperationName[],
  rewrite: (members: Members, right: WireAnswer) => Partial<WireAnswer>,
): AnswerMutation {
  return cborAnswers((right, _request, operation) =>
    right.status === 200 && names.some((name) => name === operation)
      ? rewrite(membersOf(right) ?? {}, right)
      : undefined,
  );
}

/** Changes the errors; `name` is that of the error. */
export function cborErrors(
  rewrite: (name: string, members: Members, right: WireAnswer) => Partial<WireAnswer> | undefined,
): AnswerMutation {
  return cborAnswers((right) => {
    const members = membersOf(right) ?? {};
    const type = members['__type'];
    return right.status < 400 || typeof type !== 'string'
      ? undefined
      : rewrite(type.split('#').at(-1) ?? '', members, right);
  });
}

/** Changes the requests before anybody reads them. */
export function cborRequests(rewrite: (request: WireRequest) => WireRequest): AnswerMutation {
  return cborWire((request, ask) => ask(rewrite(request)));
}

/** Refuses the requests of some bodies. */
export function refusesBodies(isMeant: (body: CborItem) => boolean, status = 400): AnswerMutation {
  return cborWire((request, ask) =>
    request.cbor !== undefined && isMeant(request.cbor) ? cborError('SerializationException', status) : ask(request),
  );
}

/** Whether an item, or one within it, is of a kind. */
export function hasItem(item: CborItem, isMeant: (each: CborItem) => boolean): boolean {
  const within = (all: readonly CborItem[]): boolean => all.some((each) => hasItem(each, isMeant));
  if (isMeant(item)) return true;
  if ('map' in item) return within(item.map.flat());
  if ('array' in item) return within(item.array);
  if ('chunks' in item) return within(item.chunks);
  if ('sequence' in item) return within(item.sequence);
  return 'item' in item && hasItem(item.item, isMeant);
}

/** The first or the last member of each name in a map. */
export function withoutRepeated(body: CborItem, kept: 'first' | 'last'): CborItem {
  if (!('map' in body)) return body;
  const names = body.map.map(([name]) => JSON.stringify(name));
  const isKept = (name: string, index: number): boolean =>
    (kept === 'first' ? names.indexOf(name) : names.lastIndexOf(name)) === index;
  return { ...body, map: body.map.filter((_member, index) => isKept(names[index] ?? '', index)) };
}

/** Whether a member is there more than once. */
export function hasRepeated(body: CborItem): boolean {
  return 'map' in body && new Set(body.map.map(([name]) => JSON.stringify(name))).size < body.map.length;
}

/** Changes the bodies in CBOR before anybody reads them. */
export function cborBodies(rewrite: (body: CborItem) => CborItem): AnswerMutation {
  return cborRequests((request) =>
    request.cbor === undefined ? request : { ...request, cbor: rewrite(request.cbor) },
  );
}

/** Leaves out the members of a map that are meant. */
export function withoutMembers(body: CborItem, isMeant: (value: CborItem) => boolean): CborItem {
  return 'map' in body ? { ...body, map: body.map.filter(([, value]) => !isMeant(value)) } : body;
}

/** The members of a request; none if it has no readable body. */
export function membersOfCborRequest({ cbor }: WireRequest): Members {
  return cbor === undefined ? {} : (membersOfCbor(cborBytes(cbor)) ?? {});
}

export function cborBody(members: Members): Pick<WireAnswer, 'headers' | 'body' | 'cbor'> {
  return { headers: bodyHeaders, body: '', cbor: cborBodyOf(writeCbor(members)) };
}

/** Bytes of any kind under the content type of CBOR. */
export function cborItemBody(item: CborItem): Pick<WireAnswer, 'headers' | 'body' | 'cbor'> {
  return { headers: bodyHeaders, body: '', cbor: cborBodyOf(cborBytes(item)) };
}

/** An error of the model as CBOR has it. */
export function cborError(name: string, status = 400): WireAnswer {
  return { status, ...cborBody({ __type: `${shapeNamespace}#${name}`, message: 'no' }) };
}

/** A success without output. */
export const cborEmptySuccess: WireAnswer = { status: 200, headers: protocolHeaders, body: '' };
