// Hand-made requests: the request that a client would make, and the tables of what can be wrong with it.

import fc from 'fast-check';
import type { Case, GuaranteeName, Step } from '../harness/api/case.js';
import type { PolicyOperation } from '../harness/api/operation.js';
import { requestOf, type RawRequest } from '../harness/api/raw-request.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import { arnToken, get, put } from './calls.js';
import { drawn, picksOfSet } from './drawn.js';
import { ownerPolicy } from './policy.js';

type Parts = RawRequest['input'];
type Body = Readonly<Record<string, unknown>>;

/** One way in which a request can be wrong. */
export interface RequestFlaw {
  readonly id: string;
  /** The one edit that makes a good request wrong, in words. */
  readonly summary: string;
  readonly operations: readonly PolicyOperationName[];
  /** The pick chooses where the flaw stands for a set. Pure. */
  readonly mutate: (good: Parts, pick: number) => Parts;
}

const allOperations: readonly PolicyOperationName[] = ['PutPolicy', 'GetPolicy', 'DeletePolicy'];

/** The operations by the required members of their inputs (WIRE-02, WIRE-03, WIRE-04). */
const requiredMembers: readonly {
  readonly id: string;
  readonly member: string;
  readonly operations: readonly PolicyOperationName[];
}[] = [
  { id: 'arn', member: 'ResourceArn', operations: allOperations },
  { id: 'policy', member: 'Policy', operations: ['PutPolicy'] },
];

/** Every required member with one thing wrong. JSON leaves out a member that is undefined. */
function flawsOfMembers(
  id: string,
  words: string,
  wrong: (good: string, member: string, pick: number) => unknown,
): readonly RequestFlaw[] {
  return requiredMembers.map(({ id: memberId, member, operations }) => ({
    id: `request/${memberId}-${id}`,
    summary: `${member} ${words}`,
    operations,
    mutate: withBody((body, pick) => JSON.stringify({ ...body, [member]: wrong(String(body[member]), member, pick) })),
  }));
}

/** `words` say what the body is instead of an object with the members. */
function flawOfBody(id: string, words: string, wrong: (good: string) => string): RequestFlaw {
  return {
    id: `request/body-${id}`,
    summary: `the body is ${words}`,
    operations: allOperations,
    mutate: (good) => ({ ...good, body: wrong(good.body) }),
  };
}

/** A required member is not there. */
export const missingMemberFlaws: readonly RequestFlaw[] = [
  ...flawsOfMembers('missing', 'is left out', () => undefined),
  ...flawsOfMembers('null', 'is null', () => null),
];

/** A required member is there and is no string. */
export const wrongTypeFlaws: readonly RequestFlaw[] = [
  ...flawsOfMembers('number', 'is a number', (_good, _member, pick) => drawn<number>(1, (number) => -number)(pick)),
  ...flawsOfMembers('boolean', 'is true', () => true),
  ...flawsOfMembers('array', 'is an array that holds the string', (good) => [good]),
  ...flawsOfMembers('object', 'is an object', (good, member) =>
    // The policy itself instead of its text (WIRE-06).
    member === 'Policy' ? JSON.parse(good) : { Arn: good },
  ),
];

/** The body is no JSON, or no JSON object, so that the members are not there. */
export const unreadableBodyFlaws: readonly RequestFlaw[] = [
  flawOfBody('empty', 'empty', () => ''),
  flawOfBody('no-json', 'not JSON', () => 'ResourceArn'),
  flawOfBody('cut', 'cut off before its last character', (good) => good.slice(0, -1)),
  flawOfBody('array', 'an array that holds the object', (good) => `[${good}]`),
  flawOfBody('string', 'a JSON string', (good) => JSON.stringify(good)),
  flawOfBody('null', 'null', () => 'null'),
];

const unknownOperation = drawn('NoSuchOperation', [
  'PutPolicies',
  'GetPolicyX',
  'ListPolicies',
  'ReplacePolicy',
  'Policy',
]);
const unknownMember = drawn('NoSuchMember', ['ClientToken', 'PolicyName', 'RevisionId', 'Comment', 'X']);

export const unknownOperationFlaws: readonly RequestFlaw[] = [
  {
    id: 'request/operation-unknown',
    summary: 'the operation is one that does not exist',
    operations: ['PutPolicy'],
    mutate: (good, pick) => ({ ...good, target: `ACMPrivateCA.${unknownOperation(pick)}` }),
  },
];

export const unknownMemberFlaws: readonly RequestFlaw[] = [
  {
    id: 'request/member-unknown',
    summary: 'there is one more member, which the operation does not know',
    operations: allOperations,
    mutate: withBody((body, pick) => JSON.stringify({ ...body, [unknownMember(pick)]: ['x'] })),
  },
];

/**
 * Requests of which nothing is documented but how a right one looks (WIRE-01). Reads alone, because nobody knows what a
 * service should make of them.
 */
export const oddRequests: readonly RequestFlaw[] = [
  odd('target-missing', 'there is no X-Amz-Target', ({ target: _target, ...rest }) => rest),
  odd('target-in-lower-case', 'X-Amz-Target is in lower case', (good) => ({
    ...good,
    target: 'acmprivateca.getpolicy',
  })),
  odd('content-type-missing', 'there is no Content-Type', ({ contentType: _type, ...rest }) => rest),
  odd('content-type-json', 'Content-Type is application/json', (good) => ({
    ...good,
    contentType: 'application/json',
  })),
  odd('content-type-text', 'Content-Type is text/plain', (good) => ({ ...good, contentType: 'text/plain' })),
  odd('method-get', 'the method is GET, without a body', (good) => ({ ...good, method: 'GET', body: '' })),
  odd('method-put', 'the method is PUT', (good) => ({ ...good, method: 'PUT' })),
  odd('path-other', 'the path is /policies', (good) => ({ ...good, path: '/policies' })),
  odd('member-twice', 'ResourceArn is there twice', (good) => ({
    ...good,
    body: good.body.replace('{', `{"ResourceArn":"${arnToken()}",`),
  })),
];

function odd(id: string, summary: string, mutate: RequestFlaw['mutate']): RequestFlaw {
  return { id: `request/${id}`, summary, operations: ['GetPolicy'], mutate };
}

function withBody(rewrite: (body: Body, pick: number) => string): RequestFlaw['mutate'] {
  return (good, pick) => {
    const body: Body = JSON.parse(good.body);
    return { ...good, body: rewrite(body, pick) };
  };
}

/** A step of a hand-made request that is as it should be. */
export function rawCall(
  role: Step['role'],
  name: PolicyOperationName,
  policy: string,
  { arn = arnToken(), guarantee }: { readonly arn?: string; readonly guarantee?: GuaranteeName } = {},
): Step {
  return { role, operation: goodRequest(name, arn, policy), guarantee };
}

/**
 * Cases of one flawed request. On the same CA the same request without the flaw is accepted first; the policy is read
 * before and after where the request is to be refused.
 */
export function flawedRequestCase(
  { id, summary, mutate }: RequestFlaw,
  name: PolicyOperationName,
  guarantee: GuaranteeName,
): fc.Arbitrary<Case> {
  return fc.record({ document: ownerPolicy(), pick: picksOfSet }).map(({ document, pick }) => {
    const policy = JSON.stringify(document);
    const good = goodRequest(name, arnToken(), policy);
    const steps: readonly Step[] = [
      put('control', policy),
      { role: 'control', operation: good },
      ...(name === 'DeletePolicy' ? [put('control', policy)] : []),
      get('control'),
      { role: 'subject', operation: { ...good, input: mutate(good.input, pick) }, guarantee, requirement: 'WIRE-10' },
      ...(guarantee === 'named-client-error' ? [get('subject')] : []),
    ];
    return { inputClass: `${id}/${name}`, given: ['usable'], edit: summary, steps };
  });
}

function goodRequest(name: PolicyOperationName, arn: string, policy: string): RawRequest {
  const operation: PolicyOperation =
    name === 'PutPolicy'
      ? { kind: name, input: { ResourceArn: arn, Policy: policy } }
      : { kind: name, input: { ResourceArn: arn } };
  return requestOf(operation);
}
