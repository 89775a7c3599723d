// Ways to mutate what goes over the wire, from which mutants and variants are made whose service is right. A mutated wire only
// calls the right one, and may keep a state of its own beside it.

import { membersOf, type HttpAnswer } from '../api/http-answer.js';
import type { Wire, WireAnswer, WireRequest } from '../api/wire.js';
import type { PolicyOperationName } from '../catalogue/requirement.js';

/** Makes another wire of one, in JSON alone. Applied anew for every target, so that no two share a memory. */
export type AnswerMutation = (right: Wire) => Wire;

/** One request to a mutated wire. */
export interface Exchange<Memory> {
  readonly request: WireRequest;
  /** The operation that the target header names, whether or not there is one of that name. */
  readonly operation: string;
  /** How many requests came before. */
  readonly callsBefore: number;
  /** The time of the request, in milliseconds since 1970. */
  readonly atMs: number;
  readonly memory: Memory;
  readonly remember: (memory: Memory) => void;
  /** What is right, with all that follows from it; may be asked for another request, or not at all. */
  readonly ask: (request: WireRequest) => WireAnswer;
}

export function mutateAnswers<Memory>(
  initial: Memory,
  answer: (exchange: Exchange<Memory>) => WireAnswer,
): AnswerMutation {
  return (right) => {
    let memory = initial;
    let callsBefore = 0;
    return (request, atMs) => {
      if (request.smithyProtocol !== undefined) return right(request, atMs);
      const mutated = answer({
        request,
        operation: operationOf(request),
        callsBefore,
        atMs,
        memory,
        remember: (next) => {
          memory = next;
        },
        ask: (asked) => right(asked, atMs),
      });
      callsBefore += 1;
      return mutated;
    };
  };
}

type Changes = Partial<WireAnswer>;
type Members = Readonly<Record<string, unknown>>;

/** Changes every answer, or leaves it alone where `rewrite` returns nothing. */
export function rewrites(
  rewrite: (right: WireAnswer, exchange: Pick<Exchange<unknown>, 'request' | 'operation'>) => Changes | undefined,
): AnswerMutation {
  return mutateAnswers(undefined, ({ request, operation, ask }) => {
    const right = ask(request);
    return { ...right, ...rewrite(right, { request, operation }) };
  });
}

/** Lets the calls of some operations take longer than they do. */
export function takesLonger(byMs: number, isMeant: (operation: string) => boolean = () => true): AnswerMutation {
  return rewrites(({ tookMs = 0 }, { operation }) => (isMeant(operation) ? { tookMs: tookMs + byMs } : undefined));
}

/** Changes the errors, knowing their members. One that another mutation left without a name in its body stays as it is. */
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

/** Changes the policy that GetPolicy returns into whatever comes instead of the text. */
export function rewritesPolicy(rewrite: (text: string) => unknown): AnswerMutation {
  return rewritesSuccess('GetPolicy', (right) => {
    const { Policy: text, ...members } = membersOfAnswer(right);
    return bodyOf({ ...members, Policy: rewrite(String(text)) });
  });
}

/** Changes the requests before anybody reads them. */
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

/** Undefined where the request is not about a policy, or its body is no JSON object. */
export function membersOfRequest({ body }: WireRequest, operation: string): Members | undefined {
  return isPolicyOperationName(operation) ? membersOf({ status: 200, headers: {}, body }) : undefined;
}

export function isPolicyOperationName(operation: string): operation is PolicyOperationName {
  return operation === 'PutPolicy' || operation === 'GetPolicy' || operation === 'DeletePolicy';
}

export function bodyOf(members: Members): Pick<WireAnswer, 'body'> {
  return { body: JSON.stringify(members) };
}

/** An error as the protocol has it. */
export function errorOf(error: string, message: string, status = 400): WireAnswer {
  return { status, headers: jsonHeaders, ...bodyOf({ __type: error, message }) };
}

/** A success without output. */
export const emptySuccess: Pick<WireAnswer, 'status' | 'body'> = { status: 200, body: '' };

/** What a proxy or a framework says in the place of a service. */
export function pageOf(status: number): WireAnswer {
  const headers = { 'content-type': 'text/html' };
  return { status, headers, body: `<html><body><h1>${status}</h1></body></html>` };
}

const jsonHeaders = { 'content-type': 'application/x-amz-json-1.1' };

function operationOf({ target }: WireRequest): string {
  return target?.split('.').at(-1) ?? '';
}
