// Raw requests: the request of a usual client, and the tables of flaws in it.

import fc from 'fast-check';
import type { Case, GuaranteeName, Step } from '../harness/api/case.js';
import { cborInput } from '../harness/api/cbor/cbor-item.js';
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
  /** The edit that makes a valid request invalid, as a clause. */
  readonly summary: string;
  readonly operations: readonly PolicyOperationName[];
  /** The request with the flaw. The pick chooses a member if the flaw stands for a set. Pure. */
  readonly mutate: (good: Parts, pick: number) => Parts;
}

const allOperations: readonly PolicyOperationName[] = ['PutPolicy', 'GetPolicy', 'DeletePolicy'];

/** The required members, and the operations whose inputs have them (WIRE-02, WIRE-03, WIRE-04). */
const requiredMembers: readonly {
  readonly id: string;
  readonly member: string;
  readonly operations: readonly PolicyOperationName[];
}[] = [
  { id: 'arn', member: 'ResourceArn', operations: allOperations },
  { id: 'policy', member: 'Policy', operations: ['PutPolicy'] },
];

/** A flaw in each required member. JSON leaves out a member that is undefined. */
function flawsOfMembers(
  id: string,
  description: string,
  wrong: (good: string, member: string, pick: number) => unknown,
): readonly RequestFlaw[] {
  return requiredMembers.map(({ id: memberId, member, operations }) => ({
    id: `request/${memberId}-${id}`,
    summary: `${member} ${description}`,
    operations,
    mutate: withBody((body, pick) => JSON.stringify({ ...body, [member]: wrong(String(body[member]), member, pick) })),
  }));
}

/** A flaw of the whole body. */
function flawOfBody(id: string, description: string, wrong: (good: string) => string): RequestFlaw {
  return {
    id: `request/body-${id}`,
    summary: `the body is ${description}`,
    operations: allOperations,
    mutate: (good) => ({ ...good, body: wrong(good.body) }),
  };
}

/** A required member is missing. */
export const missingMemberFlaws: readonly RequestFlaw[] = [
  ...flawsOfMembers('missing', 'is left out', () => undefined),
  ...flawsOfMembers('null', 'is null', () => null),
];

/** A required member is present but not a string. */
export const wrongTypeFlaws: readonly RequestFlaw[] = [
  ...flawsOfMembers('number', 'is a number', (_good, _member, pick) => drawn<number>(1, (number) => -number)(pick)),
  ...flawsOfMembers('boolean', 'is true', () => true),
  ...flawsOfMembers('array', 'is an array with the string', (good) => [good]),
  ...flawsOfMembers('object', 'is an object', (good, member) =>
    // The policy as an object instead of a string (WIRE-06).
    member === 'Policy' ? JSON.parse(good) : { Arn: good },
  ),
];

/** The body is not JSON, or not a JSON object. */
export const unreadableBodyFlaws: readonly RequestFlaw[] = [
  flawOfBody('empty', 'empty', () => ''),
  flawOfBody('no-json', 'not JSON', () => 'ResourceArn'),
  flawOfBody('cut', 'truncated by its last character', (good) => good.slice(0, -1)),
  flawOfBody('array', 'an array with the object', (good) => `[${good}]`),
  flawOfBody('string', 'a JSON string', (good) => JSON.stringify(good)),
  flawOfBody('null', 'null', () => 'null'),
  {
    id: 'request/body-cbor',
    summary: 'the body is CBOR',
    operations: allOperations,
    mutate: (good) => ({ ...good, body: '', cbor: cborInput(JSON.parse(good.body)) }),
  },
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
    summary: 'the operation does not exist',
    operations: ['PutPolicy'],
    mutate: (good, pick) => ({ ...good, target: `ACMPrivateCA.${unknownOperation(pick)}` }),
  },
];

export const unknownMemberFlaws: readonly RequestFlaw[] = [
  {
    id: 'request/member-unknown',
    summary: 'there is an additional member that the operation does not define',
    operations: allOperations,
    mutate: withBody((body, pick) => JSON.stringify({ ...body, [unknownMember(pick)]: ['x'] })),
  },
];

/**
 * Unusual requests, for which no behaviour is documented (WIRE-01). Only reads, because their effect is not documented
 * either.
 */
export const unusualRequests: readonly RequestFlaw[] = [
  unusual('target-missing', 'there is no X-Amz-Target', ({ target: _target, ...rest }) => rest),
  unusual('target-in-lower-case', 'X-Amz-Target is in lower case', (good) => ({
    ...good,
    target: 'acmprivateca.getpolicy',
  })),
  unusual('content-type-missing', 'there is no Content-Type', ({ contentType: _type, ...rest }) => rest),
  unusual('content-type-json', 'Content-Type is application/json', (good) => ({
    ...good,
    contentType: 'application/json',
  })),
  unusual('content-type-text', 'Content-Type is text/plain', (good) => ({ ...good, contentType: 'text/plain' })),
  unusual('method-get', 'the method is GET, without a body', (good) => ({ ...good, method: 'GET', body: '' })),
  unusual('method-put', 'the method is PUT', (good) => ({ ...good, method: 'PUT' })),
  unusual('path-other', 'the path is /policies', (good) => ({ ...good, path: '/policies' })),
  unusual('member-twice', 'ResourceArn is present twice', (good) => ({
    ...good,
    body: good.body.replace('{', `{"ResourceArn":"${arnToken()}",`),
  })),
];

function unusual(id: string, summary: string, mutate: RequestFlaw['mutate']): RequestFlaw {
  return { id: `request/${id}`, summary, operations: ['GetPolicy'], mutate };
}

function withBody(rewrite: (body: Body, pick: number) => string): RequestFlaw['mutate'] {
  return (good, pick) => {
    const body: Body = JSON.parse(good.body);
    return { ...good, body: rewrite(body, pick) };
  };
}

/** A step with a valid raw request. */
export function rawCall(
  role: Step['role'],
  name: PolicyOperationName,
  policy: string,
  { arn = arnToken(), guarantee }: { readonly arn?: string; readonly guarantee?: GuaranteeName } = {},
): Step {
  return { role, operation: goodRequest(name, arn, policy), guarantee };
}

/**
 * Cases of one flawed request. The same request without the flaw is accepted first on the same CA. If the request has to
 * be rejected, the policy is read before and after.
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
