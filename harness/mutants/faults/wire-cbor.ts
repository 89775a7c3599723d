// What the checks of suites/wire-cbor.ts notice: faults in requests and answers of RPC v2 CBOR.

import { cborBodyOf, readCbor } from '../../api/cbor/read-cbor.js';
import { cborBytes } from '../../api/cbor/cbor-bytes.js';
import type { CborItem } from '../../api/cbor/cbor-item.js';
import { cborContentType, cborPath, cborProtocolId, readCborPath } from '../../api/protocol.js';
import { faults } from '../mutant.js';
import { pageOf } from '../mutate-answers.js';
import {
  cborAnswers,
  cborBodies,
  cborBody,
  cborEmptySuccess,
  cborError,
  cborErrors,
  cborItemBody,
  cborRequests,
  cborSuccesses,
  cborWire,
  hasItem,
  hasRepeated,
  membersOfCborRequest,
  refusesBodies,
  withoutMembers,
  withoutRepeated,
} from '../mutate-cbor.js';

const knownMembers: readonly string[] = ['ResourceArn', 'Policy'];

function hasUnknownMember(body: CborItem): boolean {
  return 'map' in body && body.map.some(([name]) => 'text' in name && !knownMembers.includes(name.text));
}

export const wireCborFaults = faults('wire-cbor', {
  'speaks-json-alone': {
    fault: 'A request in CBOR is answered with a page, as by a service that supports only JSON.',
    breaks: 'WIRE-12',
    killedBy: 'answers-cbor',
    mutateAnswers: cborWire(() => pageOf(404)),
  },
  'names-no-protocol': {
    fault: 'A success in CBOR has no header Smithy-Protocol.',
    breaks: 'WIRE-13',
    killedBy: 'names-the-protocol',
    mutateAnswers: cborAnswers(({ status, headers }) =>
      status === 200 ? { headers: withoutProtocol(headers) } : undefined,
    ),
  },
  'names-no-protocol-of-errors': {
    fault: 'An error in CBOR has no header Smithy-Protocol.',
    breaks: 'WIRE-13',
    killedBy: 'names-the-protocol-of-errors',
    mutateAnswers: cborErrors((_name, _members, { headers }) => ({ headers: withoutProtocol(headers) })),
  },
  'has-other-statuses-in-cbor': {
    fault: 'A success of GetPolicy in CBOR has status 201.',
    breaks: 'WIRE-13',
    killedBy: 'names-the-protocol',
    mutateAnswers: cborSuccesses(['GetPolicy'], () => ({ status: 201 })),
  },
  'answers-json-as-cbor': {
    fault: 'Bodies are JSON under the content type of CBOR.',
    breaks: 'WIRE-14',
    killedBy: 'returns-the-policy-as-text',
    mutateAnswers: cborAnswers(({ cbor }) =>
      cbor === undefined ? undefined : { cbor: cborBodyOf(Buffer.from(JSON.stringify(cbor.members() ?? {}))) },
    ),
  },
  'returns-the-policy-as-bytes': {
    fault: 'GetPolicy returns the policy as a byte string.',
    breaks: 'WIRE-14',
    killedBy: 'returns-the-policy-as-text',
    mutateAnswers: cborSuccesses(['GetPolicy'], ({ Policy }) =>
      cborBody({ Policy: new Uint8Array(Buffer.from(String(Policy))) }),
    ),
  },
  'adds-a-byte-after-the-map': {
    fault: 'A byte follows the map that GetPolicy returns.',
    breaks: 'WIRE-14',
    killedBy: 'returns-the-policy-as-text',
    mutateAnswers: cborSuccesses(['GetPolicy'], (_members, { cbor }) => ({
      cbor: cborBodyOf(Buffer.concat([cbor?.bytes ?? Buffer.alloc(0), Buffer.from([0])])),
    })),
  },
  'returns-members-from-put-in-cbor': {
    fault: 'PutPolicy answers with a member.',
    breaks: 'WIRE-15',
    killedBy: 'has-no-output',
    mutateAnswers: cborSuccesses(['PutPolicy'], () => cborBody({ RevisionId: '1' })),
  },
  'answers-delete-with-null': {
    fault: 'DeletePolicy answers with null instead of a map.',
    breaks: 'WIRE-15',
    killedBy: 'has-no-output',
    mutateAnswers: cborSuccesses(['DeletePolicy'], () => cborItemBody({ simple: 22 })),
  },
  'breaks-on-indefinite-maps': {
    fault: 'A map of indefinite length breaks the service.',
    breaks: 'WIRE-16',
    killedBy: 'reads-maps-in-each-form',
    mutateAnswers: refusesBodies((body) => 'map' in body && body.indefinite === true, 500),
  },
  'wants-members-in-order': {
    fault: 'PutPolicy refuses an input in which Policy comes first.',
    breaks: 'WIRE-16',
    killedBy: 'reads-maps-in-each-form',
    mutateAnswers: refusesBodies((body) => 'map' in body && isText(body.map[0]?.[0], 'Policy')),
  },
  'reads-no-text-chunks': {
    fault: 'A text in chunks is refused.',
    breaks: 'WIRE-17',
    killedBy: 'reads-texts-in-chunks',
    mutateAnswers: refusesBodies((body) => hasItem(body, (each) => 'chunks' in each)),
  },
  'reads-the-first-chunk-alone': {
    fault: 'Of a text in chunks the first one is read.',
    breaks: 'WIRE-17',
    killedBy: 'reads-texts-in-chunks',
    mutateAnswers: cborRequests((request) =>
      request.cbor === undefined ? request : { ...request, cbor: firstChunks(request.cbor) },
    ),
  },
  'refuses-unknown-cbor-members': {
    fault: 'A member that the operation does not know is refused.',
    breaks: 'WIRE-18',
    killedBy: 'skips-unknown-members',
    mutateAnswers: refusesBodies(hasUnknownMember),
  },
  'breaks-on-floating-point-numbers': {
    fault: 'A floating-point number in an unknown member breaks the service.',
    breaks: 'WIRE-18',
    killedBy: 'skips-unknown-members',
    mutateAnswers: refusesBodies((body) => hasUnknownMember(body) && hasItem(body, (each) => 'float' in each), 500),
  },
  'deletes-for-a-policy-of-null': {
    fault: 'PutPolicy with a Policy of null deletes the policy.',
    breaks: 'WIRE-19',
    killedBy: 'takes-null-for-missing',
    mutateAnswers: cborWire((request, ask, operation) => {
      const { ResourceArn, Policy } = membersOfCborRequest(request);
      if (operation !== 'PutPolicy' || Policy !== null) return ask(request);
      const cbor: CborItem = { map: [[{ text: 'ResourceArn' }, { text: String(ResourceArn) }]] };
      return ask({ ...request, path: cborPath('DeletePolicy'), cbor });
    }),
  },
  'refuses-null-for-any-member': {
    fault: 'A member of null is refused, whether or not the operation has it.',
    breaks: 'WIRE-19',
    killedBy: 'takes-null-for-missing',
    mutateAnswers: refusesBodies((body) => hasItem(body, (each) => 'simple' in each && each.simple === 22)),
  },
  'names-errors-in-a-header-alone': {
    fault: 'An error in CBOR names itself only in the header x-amzn-errortype.',
    breaks: 'WIRE-20',
    killedBy: 'names-errors',
    mutateAnswers: cborErrors((name, { message }, { headers }) => ({
      ...cborBody({ message }),
      headers: { ...headers, 'x-amzn-errortype': name },
    })),
  },
  'has-status-404-in-cbor': {
    fault: 'An error of DeletePolicy has status 404 in CBOR.',
    breaks: 'WIRE-20',
    killedBy: 'names-errors',
    mutateAnswers: cborAnswers(({ status }, _request, operation) =>
      operation === 'DeletePolicy' && status === 400 ? { status: 404 } : undefined,
    ),
  },
  'answers-errors-in-json': {
    fault: 'An error of a CBOR request is answered in JSON.',
    breaks: 'WIRE-20',
    killedBy: 'names-errors',
    mutateAnswers: cborErrors((name, _members, { status }) => ({
      status,
      headers: { 'smithy-protocol': cborProtocolId, 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ __type: name, message: 'no' }),
      cbor: undefined,
    })),
  },
  'names-errors-without-a-namespace': {
    fault: 'The __type of an error in CBOR is its bare name.',
    breaks: 'WIRE-21',
    killedBy: 'names-shapes',
    mutateAnswers: cborErrors((name, members) => cborBody({ ...members, __type: name })),
  },
  'names-errors-in-another-namespace': {
    fault: 'The __type of ResourceNotFoundException has the namespace of another service.',
    breaks: 'WIRE-21',
    killedBy: 'names-shapes',
    mutateAnswers: cborErrors((name, members) =>
      name === 'ResourceNotFoundException' ? cborBody({ ...members, __type: `com.amazonaws.acm#${name}` }) : undefined,
    ),
  },
  'leaves-other-errors-without-a-name': {
    fault: 'An error that is not in the model has no name in CBOR.',
    breaks: 'WIRE-22',
    killedBy: 'names-other-errors',
    mutateAnswers: cborWire((request, ask, operation) => {
      const { ResourceArn } = membersOfCborRequest(request);
      const isMeant = operation === 'GetPolicy' && ResourceArn === 'no arn';
      return isMeant ? { status: 400, ...cborBody({ message: 'no' }) } : ask(request);
    }),
  },
  'has-messages-that-are-maps': {
    fault: 'The message of an error in CBOR is a map.',
    breaks: 'WIRE-23',
    killedBy: 'has-messages-as-text',
    mutateAnswers: cborErrors((_name, members) => cborBody({ ...members, message: { text: members['message'] } })),
  },
  'ignores-target-headers': {
    fault: 'A CBOR request with a target header is served.',
    breaks: 'WIRE-25',
    killedBy: 'rejects-targets',
    mutateAnswers: cborRequests(({ target: _target, otherTarget: _other, ...rest }) => rest),
  },
  'prefers-the-target-header': {
    fault: 'The operation of X-Amz-Target is performed instead of the one in the path.',
    breaks: 'WIRE-25',
    killedBy: 'rejects-targets',
    mutateAnswers: cborRequests(({ target, ...request }) =>
      target === undefined || request.smithyProtocol === undefined
        ? { ...request, target }
        : { ...request, path: cborPath(target.split('.').at(-1) ?? '') },
    ),
  },
  'needs-no-smithy-protocol': {
    fault: 'A request on the path of CBOR is served without Smithy-Protocol.',
    breaks: 'WIRE-26',
    killedBy: 'rejects-unclaimed-requests',
    mutateAnswers: cborRequests((request) =>
      request.cbor === undefined ? request : { ...request, smithyProtocol: cborProtocolId },
    ),
  },
  'serves-json-on-the-path-of-cbor': {
    fault: 'A request in JSON is served on the path of CBOR.',
    breaks: 'WIRE-26',
    killedBy: 'rejects-unclaimed-requests',
    mutateAnswers: cborRequests((request) =>
      request.cbor === undefined && request.method === 'POST' ? { ...request, path: '/' } : request,
    ),
  },
  'serves-other-methods': {
    fault: 'A CBOR request by PUT is served.',
    breaks: 'WIRE-26',
    killedBy: 'rejects-unclaimed-requests',
    mutateAnswers: cborRequests((request) => (request.method === 'PUT' ? { ...request, method: 'POST' } : request)),
  },
  'compares-operations-without-case': {
    fault: 'The operation in a path is found in any letter case.',
    breaks: 'WIRE-27',
    killedBy: 'rejects-misspelt-paths',
    mutateAnswers: cborRequests((request) =>
      withOperation(request, (name) => name.charAt(0).toUpperCase() + name.slice(1)),
    ),
  },
  'takes-operations-with-a-namespace': {
    fault: 'The operation in a path may have a namespace.',
    breaks: 'WIRE-27',
    killedBy: 'rejects-misspelt-paths',
    mutateAnswers: cborRequests((request) => withOperation(request, (name) => name.split('.').at(-1) ?? name)),
  },
  'answers-for-every-service': {
    fault: 'The service in a path is not looked at.',
    breaks: 'WIRE-27',
    killedBy: 'rejects-misspelt-paths',
    mutateAnswers: cborRequests((request) => withOperation(request, (name) => name)),
  },
  'wants-an-accept-header': {
    fault: 'A request without Accept is refused.',
    breaks: 'WIRE-30',
    killedBy: 'serves-without-accept',
    mutateAnswers: cborWire((request, ask) =>
      request.accept === undefined && request.smithyProtocol === cborProtocolId
        ? cborError('ValidationException', 406)
        : ask(request),
    ),
  },
  'breaks-on-content-types': {
    fault: 'A content type that does not fit breaks the service.',
    breaks: 'WIRE-31',
    killedBy: 'treats-content-types-either-way',
    mutateAnswers: cborWire((request, ask) =>
      request.contentType !== cborContentType && request.cbor !== undefined ? pageOf(500) : ask(request),
    ),
  },
  'serves-cut-bodies': {
    fault: 'A body that is cut off is read as if it were whole.',
    breaks: 'WIRE-32',
    killedBy: 'rejects-malformed-bodies',
    mutateAnswers: cborRequests((request) =>
      request.cbor !== undefined && 'withoutLast' in request.cbor ? { ...request, cbor: request.cbor.item } : request,
    ),
  },
  'takes-a-list-for-a-map': {
    fault: 'An array that holds the map is read as the map.',
    breaks: 'WIRE-32',
    killedBy: 'rejects-malformed-bodies',
    mutateAnswers: cborRequests((request) => {
      const [first] = request.cbor !== undefined && 'array' in request.cbor ? request.cbor.array : [];
      return first === undefined ? request : { ...request, cbor: first };
    }),
  },
  'breaks-on-malformed-cbor': {
    fault: 'A body that is not CBOR breaks the service.',
    breaks: 'WIRE-32',
    killedBy: 'rejects-malformed-bodies',
    mutateAnswers: refusesBodies((body) => readCbor(cborBytes(body)).kind === 'malformed', 500),
  },
  'breaks-on-long-heads': {
    fault: 'A length in more bytes than it needs breaks the service.',
    breaks: 'WIRE-32',
    killedBy: 'rejects-malformed-bodies',
    mutateAnswers: refusesBodies(
      (body) => hasItem(body, (each) => 'headBytes' in each && each.headBytes !== undefined),
      500,
    ),
  },
  'breaks-on-deep-nesting': {
    fault: 'A deeply nested member breaks the service.',
    breaks: 'WIRE-32',
    killedBy: 'rejects-malformed-bodies',
    mutateAnswers: refusesBodies((body) => hasItem(body, (each) => 'repeated' in each), 500),
  },
  'drops-bytes-that-are-not-utf-8': {
    fault: 'Bytes of a text that are not UTF-8 are dropped.',
    breaks: 'WIRE-32',
    killedBy: 'rejects-malformed-bodies',
    mutateAnswers: cborBodies(withoutLatin1),
  },
  'drops-members-that-are-longer-than-the-body': {
    fault: 'An unknown member whose length is beyond the end of the body is skipped.',
    breaks: 'WIRE-32',
    killedBy: 'rejects-malformed-bodies',
    mutateAnswers: cborBodies((body) =>
      withoutMembers(
        body,
        (value) => 'raw' in value && /^(?:7a|[579b]b)[7f]fff/.test(value.raw) && value.raw.length < 24,
      ),
    ),
  },
  'breaks-on-repeated-members': {
    fault: 'Two members of one name break the service.',
    breaks: 'WIRE-32',
    killedBy: 'takes-one-of-repeated-members',
    mutateAnswers: refusesBodies(hasRepeated, 500),
  },
  'deletes-for-repeated-policies': {
    fault: 'PutPolicy with two policies succeeds and deletes the policy.',
    breaks: 'WIRE-32',
    killedBy: 'takes-one-of-repeated-members',
    mutateAnswers: cborWire((request, ask, operation) =>
      operation === 'PutPolicy' && request.cbor !== undefined && hasRepeated(request.cbor)
        ? ask({
            ...request,
            path: cborPath('DeletePolicy'),
            cbor: withoutRepeated(request.cbor, 'first'),
          })
        : ask(request),
    ),
  },
  'takes-the-first-of-two-protocols': {
    fault: 'Of two values of Smithy-Protocol the first is read.',
    breaks: 'WIRE-26',
    killedBy: 'rejects-unclaimed-requests',
    mutateAnswers: cborRequests((request) => ({
      ...request,
      smithyProtocol: request.smithyProtocol?.split(',', 1)[0],
    })),
  },
  'verifies-no-signatures-in-cbor': {
    fault: 'The signature of a request in CBOR is not verified.',
    breaks: 'AUTH-CB',
    killedBy: 'refuses-signatures-as-in-json',
    mutateAnswers: cborRequests(({ signature: _signature, ...request }) => request),
  },
  'refuses-signatures-otherwise-in-cbor': {
    fault: 'A wrong signature of a request in CBOR is a validation error.',
    breaks: 'AUTH-CB',
    killedBy: 'refuses-signatures-as-in-json',
    mutateAnswers: cborErrors((name) =>
      name === 'InvalidSignatureException' ? cborError('ValidationException') : undefined,
    ),
  },
  'takes-numbers-for-texts': {
    fault: 'A number is accepted for a text, and nothing is done.',
    breaks: 'WIRE-33',
    killedBy: 'rejects-other-types',
    mutateAnswers: cborWire((request, ask) => {
      const { ResourceArn, Policy } = membersOfCborRequest(request);
      return typeof ResourceArn === 'number' || typeof Policy === 'number' ? cborEmptySuccess : ask(request);
    }),
  },
});

function withoutProtocol(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'smithy-protocol'));
}

function withoutLatin1(item: CborItem): CborItem {
  if ('text' in item && item.latin1 === true) return { text: item.text.replaceAll(/[\u0080-\u00ff]/g, '') };
  return 'map' in item ? { ...item, map: item.map.map(([name, value]) => [name, withoutLatin1(value)]) } : item;
}

function isText(item: CborItem | undefined, text: string): boolean {
  return item !== undefined && 'text' in item && item.text === text;
}

function firstChunks(item: CborItem): CborItem {
  if ('chunks' in item) return item.chunks[0] ?? { text: '' };
  return 'map' in item
    ? { ...item, map: item.map.map(([name, value]) => [firstChunks(name), firstChunks(value)]) }
    : item;
}

/** The request on the path of this service, with the operation changed. */
function withOperation<Request extends { readonly path: string }>(
  request: Request,
  change: (name: string) => string,
): Request {
  const { service = '', operation = '' } = readCborPath(request.path) ?? {};
  const isOther = change(operation) !== operation || service !== 'ACMPrivateCA';
  return isOther ? { ...request, path: cborPath(change(operation)) } : request;
}
