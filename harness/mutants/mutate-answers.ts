// Ways to mutate what goes over the wire, for mutants and variants whose service is correct. A mutated wire only
// calls the correct one, and may keep its own state.

import { membersOf, type HttpAnswer } from '../api/http-answer.js';
import type { Wire, WireAnswer, WireRequest } from '../api/wire.js';
import type { PolicyOperationName } from '../catalogue/requirement.js';

/** Creates another wire, for JSON only, from one. Called for every target, so that targets do not share state. */
export type AnswerMutation = (right: Wire) => Wire;

/** One request to a mutated wire. */
export interface Exchange<Memory> {
  readonly request: WireRequest;
  /** The operation that the target header names, whether or not it exists. */
  readonly operation: string;
  /** How many requests came before. */
  readonly callsBefore: number;
  /** The time of the request, in milliseconds since 1970. */
  readonly atMs: number;
  readonly memory: Memory;
  readonly remember: (memory: Memory) => void;
  /** The correct answer, with all its effects; may be called for another request, or not at all. */
  readonly ask: (request: WireRequest) => WireAnswer;
}

export function mutateAnswers<Memory>(
  initial: Memory,
  answer: (exchange: Exchange<Memory>) => WireAnswer,
): AnswerMutation {
  return (right) => {
    let memory = initial;
    let callsBefore = 0;
    return (request, atMs, caller) => {
      if (request.smithyProtocol !== undefined) return right(request, atMs, caller);
      const mutated = answer({
        request,
        operation: operationOf(request),
        callsBefore,
        atMs,
        memory,
        remember: (next) => {
          memory = next;
        },
        ask: (asked) => right(asked, atMs, caller),
      });
      callsBefore += 1;
      return mutated;
    };
  };
}

type Changes = Partial<WireAnswer>;
type Members = Readonly<Record<string, unknown>>;

/** Changes every answer; leaves it unchanged if `rewrite` returns undefined. */
export function rewrites(
  rewrite: (right: WireAnswer, exchange: Pick<Exchange<unknown>, 'request' | 'operation'>) => Changes | undefined,
): AnswerMutation {
  return mutateAnswers(undefined, ({ request, operation, ask }) => {
    const right = ask(request);
    return { ...right, ...rewrite(right, { request, operation }) };
  });
}

/** Makes the calls of some operations take longer. */
export function takesLonger(byMs: number, isMeant: (operation: string) => boolean = () => true): AnswerMutation {
  return rewrites(({ tookMs = 0 }, { operation }) => (isMeant(operation) ? { tookMs: tookMs + byMs } : undefined));
}

/** Changes errors, with access to their members. An error that another mutation left without a name in its body stays as it is. */
export function rewritesErrors(
  rewrite: (members: Members, right: HttpAnswer, operation: string) => Changes | undefined,
): AnswerMutation {
  return rewrites((right, { operation }) => {
    const members = membersOfAnswer(right);
    return right.status < 400 || !('__type' in members) ? undefined : rewrite(members, right, operation);
  });
}

/** The same, for the errors of one name. */
export function rewritesErrorsNamed(name: string, rewrite: (members: Members) => Changes): AnswerMutation {
  return rewritesErrors((members) => (members['__type'] === name ? rewrite(members) : undefined));
}

/** Changes the successes of one of the three operations. */
export function rewritesSuccess(
  name: PolicyOperationName,
  rewrite: (right: HttpAnswer, request: WireRequest) => Changes,
): AnswerMutation {
  return rewrites((right, { request, operation }) =>
    operation === name && right.status === 200 ? rewrite(right, request) : undefined,
  );
}

/** Changes the policy that GetPolicy returns into any other value. */
export function rewritesPolicy(rewrite: (text: string) => unknown): AnswerMutation {
  return rewritesSuccess('GetPolicy', (right) => {
    const { Policy: text, ...members } = membersOfAnswer(right);
    return bodyOf({ ...members, Policy: rewrite(String(text)) });
  });
}

/** Changes the requests before they are read. */
export function rewritesRequests(
  rewrite: (request: WireRequest, operation: string) => Partial<WireRequest>,
): AnswerMutation {
  return mutateAnswers(undefined, ({ request, operation, ask }) => ask({ ...request, ...rewrite(request, operation) }));
}

/** The same, for the members of the requests that have any. */
export function rewritesMembers(rewrite: (members: Members, operation: string) => Members): AnswerMutation {
  return rewritesRequests((request, operation) => {
    const members = membersOfRequest(request, operation);
    return members === undefined ? {} : bodyOf(rewrite(members, operation));
  });
}

export function membersOfAnswer(answer: HttpAnswer): Members {
  return membersOf(answer) ?? {};
}

/** Undefined if the request is not about a policy, or its body is not a JSON object. */
export function membersOfRequest({ body }: WireRequest, operation: string): Members | undefined {
  return isPolicyOperationName(operation) ? membersOf({ status: 200, headers: {}, body }) : undefined;
}

export function isPolicyOperationName(operation: string): operation is PolicyOperationName {
  return operation === 'PutPolicy' || operation === 'GetPolicy' || operation === 'DeletePolicy';
}

export function bodyOf(members: Members): Pick<WireAnswer, 'body'> {
  return { body: JSON.stringify(members) };
}

/** An error in the form of the protocol. */
export function errorOf(error: string, message: string, status = 400): WireAnswer {
  return { status, headers: jsonHeaders, ...bodyOf({ __type: error, message }) };
}

/** A success without output. */
export const emptySuccess: Pick<WireAnswer, 'status' | 'body'> = { status: 200, body: '' };

/** What a proxy or a framework answers instead of a service. */
export function pageOf(status: number): WireAnswer {
  const headers = { 'content-type': 'text/html' };
  return { status, headers, body: `<html><body><h1>${status}</h1></body></html>` };
}

const jsonHeaders = { 'content-type': 'application/x-amz-json-1.1' };

function operationOf({ target }: WireRequest): string {
  return target?.split('.').at(-1) ?? '';
}
