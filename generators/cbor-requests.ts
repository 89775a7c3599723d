// The requests in RPC v2 CBOR that a client makes, those with unusual paths and headers, and the cases of all of them.
// Sources: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html, RFC 8949

import fc from 'fast-check';
import type { Case, Step } from '../harness/api/case.js';
import type { PolicyOperation } from '../harness/api/operation.js';
import { cborPath, cborProtocolId } from '../harness/api/protocol.js';
import { cborRequestOf, requestOf, type RawRequest, type SignatureFlaw } from '../harness/api/raw-request.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import { arnToken, get, put } from './calls.js';
import type { EitherPolicy } from './cbor-bodies.js';
import { allOperations, table, withBody, type CborVariation } from './cbor-edits.js';
import { picksOfSet } from './drawn.js';
import { ownerPolicy } from './policy.js';

/** Headers of the other protocol (WIRE-25). */
export const targetHeaders: readonly CborVariation[] = table('WIRE-25', 'refused-by-client-error', [
  ['target-same', 'X-Amz-Target names the same operation', (good) => ({ ...good, target: 'ACMPrivateCA.GetPolicy' })],
  ['target-delete', 'X-Amz-Target names DeletePolicy', (good) => ({ ...good, target: 'ACMPrivateCA.DeletePolicy' })],
  [
    'other-target-same',
    'X-Amzn-Target names the same operation',
    (good) => ({ ...good, otherTarget: 'ACMPrivateCA.GetPolicy' }),
  ],
  [
    'other-target-delete',
    'X-Amzn-Target names DeletePolicy',
    (good) => ({ ...good, otherTarget: 'ACMPrivateCA.DeletePolicy' }),
  ],
]);

/** Requests that no protocol claims (WIRE-26). */
export const unclaimedRequests: readonly CborVariation[] = table('WIRE-26', 'refused-by-client-error', [
  ['protocol-missing', 'there is no Smithy-Protocol', ({ smithyProtocol: _protocol, ...rest }) => rest],
  ['protocol-json', 'Smithy-Protocol is rpc-v2-json', (good) => ({ ...good, smithyProtocol: 'rpc-v2-json' })],
  ['protocol-xml', 'Smithy-Protocol is rpc-v2-xml', (good) => ({ ...good, smithyProtocol: 'rpc-v2-xml' })],
  [
    'protocol-two',
    'Smithy-Protocol has two different values',
    (good) => ({ ...good, smithyProtocol: 'rpc-v2-cbor, rpc-v2-json' }),
  ],
  ['protocol-empty', 'Smithy-Protocol is empty', (good) => ({ ...good, smithyProtocol: '' })],
  ['method-put', 'the method is PUT', (good) => ({ ...good, method: 'PUT' })],
  ['method-get', 'the method is GET, without a body', ({ cbor: _cbor, ...rest }) => ({ ...rest, method: 'GET' })],
  [
    'json-on-path',
    'the request is one of JSON but for its path',
    ({ path }) => ({
      method: 'POST',
      path,
      target: 'ACMPrivateCA.GetPolicy',
      contentType: 'application/x-amz-json-1.1',
      body: JSON.stringify({ ResourceArn: arnToken() }),
    }),
  ],
]);

/** Operations and services as they are not spelt (WIRE-27). */
export const misspeltPaths: readonly CborVariation[] = table('WIRE-27', 'refused-by-client-error', [
  ['operation-unknown', 'the operation does not exist', (good) => ({ ...good, path: cborPath('NoSuchOperation') })],
  ['operation-case', 'the operation is in another letter case', (good) => ({ ...good, path: cborPath('getPolicy') })],
  [
    'operation-namespace',
    'the operation has a namespace',
    (good) => ({ ...good, path: cborPath('com.amazonaws.acmpca.GetPolicy') }),
  ],
  [
    'service-other',
    'the service is another one',
    (good) => ({ ...good, path: cborPath('GetPolicy', 'CertificateManager') }),
  ],
]);

export const absoluteService: readonly CborVariation[] = table('WIRE-28', 'served-in-cbor', [
  [
    'service-absolute',
    'the service has its namespace',
    (good) => ({ ...good, path: cborPath('GetPolicy', 'com.amazonaws.acmpca.ACMPrivateCA') }),
  ],
]);

export const prefixedPath: readonly CborVariation[] = table('WIRE-29', 'served-or-refused', [
  ['path-prefix', 'the path begins with /v1', (good) => ({ ...good, path: `/v1${good.path}` })],
]);

/** Requests of which the protocol says nothing, or that may be served. They are read alone. */
export const unusualCborRequests: readonly CborVariation[] = table('WIRE-26', 'served-or-refused', [
  [
    'protocol-case',
    'Smithy-Protocol is in upper case',
    (good) => ({ ...good, smithyProtocol: cborProtocolId.toUpperCase() }),
  ],
  [
    'protocol-twice',
    'Smithy-Protocol is present twice',
    (good) => ({ ...good, smithyProtocol: `${cborProtocolId}, ${cborProtocolId}` }),
  ],
  ['path-slash', 'a slash follows the path', (good) => ({ ...good, path: `${good.path}/` })],
  [
    'path-encoded',
    'a letter of the operation is percent-encoded',
    (good) => ({ ...good, path: cborPath('%47etPolicy') }),
  ],
  ['accept-other', 'Accept is application/json', (good) => ({ ...good, accept: 'application/json' })],
  ['gzip', 'the body is compressed', (good) => ({ ...good, contentEncoding: 'gzip' })],
  ['chunked', 'the body is sent in chunks', (good) => ({ ...good, transferEncoding: 'chunked' })],
  ['map-tagged', 'the map has the tag of CBOR itself', withBody((item) => ({ tag: 55_799, item }))],
  [
    'json-with-protocol',
    'the request is one of JSON, and has Smithy-Protocol',
    () => ({
      ...requestOf({ kind: 'GetPolicy', input: { ResourceArn: arnToken() } }).input,
      smithyProtocol: cborProtocolId,
    }),
  ],
]);

export const withoutAccept: readonly CborVariation[] = table(
  'WIRE-30',
  'served-in-cbor',
  [['accept-missing', 'there is no Accept', ({ accept: _accept, ...rest }) => rest]],
  allOperations,
);

/** Content types that do not fit (WIRE-31). */
export const contentTypes: readonly CborVariation[] = table('WIRE-31', 'served-or-refused', [
  [
    'content-type-amz-json',
    'Content-Type is that of JSON 1.1',
    (good) => ({ ...good, contentType: 'application/x-amz-json-1.1' }),
  ],
  ['content-type-json', 'Content-Type is application/json', (good) => ({ ...good, contentType: 'application/json' })],
  ['content-type-missing', 'there is no Content-Type', ({ contentType: _type, ...rest }) => rest],
  [
    'content-type-charset',
    'Content-Type has a character set',
    (good) => ({ ...good, contentType: 'application/cbor; charset=utf-8' }),
  ],
]);

/** A step of a CBOR request that is as it should be. */
export function cborCall(
  role: Step['role'],
  name: PolicyOperationName,
  policy: string,
  { arn = arnToken(), ...judged }: { readonly arn?: string } & Pick<Step, 'guarantee' | 'requirement'> = {},
): Step {
  return { role, operation: goodCborRequest(name, arn, policy), ...judged };
}

/**
 * Cases of one variation. On the same CA the request that a client makes is served first; what is refused must leave the
 * policy as it was, as JSON shows it.
 */
export function cborVariationCase(
  { id, summary, requirement, guarantee, change }: CborVariation,
  name: PolicyOperationName,
): fc.Arbitrary<Case> {
  return fc.record({ document: ownerPolicy(), pick: picksOfSet }).map(({ document, pick }) => {
    const policy = JSON.stringify(document);
    const good = goodCborRequest(name, arnToken(), policy);
    const steps: readonly Step[] = [
      put('control', policy),
      // Whatever writes share, both protocols know the policy.
      put('control', policy, { protocol: 'cbor' }),
      { role: 'control', operation: good },
      ...(name === 'DeletePolicy' ? [put('control', policy)] : []),
      get('control'),
      { role: 'subject', operation: { ...good, input: change(good.input, pick) }, guarantee, requirement },
      // What is refused changes nothing, and a read never does.
      ...(guarantee === 'refused-by-client-error' || name === 'GetPolicy' ? [get('subject')] : []),
    ];
    return { inputClass: `${id}/${name}`, given: ['usable'], edit: summary, steps };
  });
}

/**
 * Cases of a Policy that may be taken for the one before, for another one, or refused: a read afterwards returns one of
 * the two as it was returned before.
 */
export function eitherPolicyCase({ id, summary, requirement, members }: EitherPolicy): fc.Arbitrary<Case> {
  return fc.record({ policies: differentPolicies(), pick: picksOfSet }).map(({ policies: [other, before], pick }) => {
    const good = goodCborRequest('GetPolicy', arnToken(), '');
    const odd = withBody((body) => ({
      map: [...('map' in body ? body.map : []), ...members(before, other, pick)],
    }));
    const input = odd({ ...good.input, path: cborPath('PutPolicy') }, pick);
    const steps: readonly Step[] = [
      put('control', other),
      put('control', other, { protocol: 'cbor' }),
      { role: 'control', operation: good },
      put('control', before),
      put('control', before, { protocol: 'cbor' }),
      get('control'),
      { role: 'subject', operation: { ...good, input }, guarantee: 'served-or-refused', requirement },
      get('subject', { guarantee: 'one-of-the-answers-before', requirement }),
    ];
    return { inputClass: id, given: ['usable'], edit: summary, steps };
  });
}

/** ResourceArn names two CAs: the policy of one of them is returned, or the request is refused (RFC 8949, section 5.6). */
export function repeatedArnCase(id: string): fc.Arbitrary<Case> {
  return differentPolicies().map(([first, second]): Case => {
    const [one, two] = [arnToken(), arnToken(1)];
    const policies = [first, second.replaceAll('{{ca0.', '{{ca1.')] as const;
    const good = goodCborRequest('GetPolicy', one, '');
    const twice = withBody((body) => ({
      map: [...('map' in body ? body.map : []), [{ text: 'ResourceArn' }, { text: two }]],
    }));
    const guarantee = 'one-of-the-answers-before';
    const steps: readonly Step[] = [
      ...[one, two].flatMap((arn, index) => [
        put('control', policies[index] ?? '', { arn }),
        put('control', policies[index] ?? '', { arn, protocol: 'cbor' }),
        { role: 'control' as const, operation: goodCborRequest('GetPolicy', arn, '') },
      ]),
      { role: 'subject', operation: { ...good, input: twice(good.input, 0) }, guarantee, requirement: 'WIRE-32' },
    ];
    return { inputClass: id, given: ['usable', 'usable'], edit: 'ResourceArn is present twice', steps };
  });
}

/** A flaw of the signature in CBOR, after the same in JSON, which shows whether the target verifies signatures. */
export function signatureCase(id: string, flaw: SignatureFlaw, name: 'GetPolicy' | 'DeletePolicy'): fc.Arbitrary<Case> {
  return ownerPolicy().map((document): Case => {
    const policy = JSON.stringify(document);
    const operation = { kind: name, input: { ResourceArn: arnToken() } } as const;
    const flawed = ({ kind, input }: RawRequest): RawRequest => ({ kind, input: { ...input, signature: flaw } });
    const steps: readonly Step[] = [
      put('control', policy),
      put('control', policy, { protocol: 'cbor' }),
      { role: 'control', operation: goodCborRequest('GetPolicy', arnToken(), policy) },
      get('control'),
      { role: 'subject', operation: flawed(requestOf(operation)), guarantee: 'refused-for-its-signature' },
      {
        role: 'subject',
        operation: flawed(goodCborRequest(name, arnToken(), policy)),
        guarantee: 'refused-as-before',
        requirement: 'AUTH-CB',
      },
      get('subject'),
    ];
    return { inputClass: id, given: ['usable'], edit: `the signature is ${flaw}`, steps };
  });
}

function differentPolicies(): fc.Arbitrary<readonly [string, string]> {
  return fc
    .tuple(ownerPolicy(), ownerPolicy())
    .map(([first, second]) => [JSON.stringify(first), JSON.stringify(second)] as const)
    .filter(([first, second]) => first !== second);
}

function goodCborRequest(name: PolicyOperationName, arn: string, policy: string): RawRequest {
  const operation: PolicyOperation =
    name === 'PutPolicy'
      ? { kind: name, input: { ResourceArn: arn, Policy: policy } }
      : { kind: name, input: { ResourceArn: arn } };
  return cborRequestOf(operation);
}
