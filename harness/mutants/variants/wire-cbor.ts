// Freedoms in how requests are read and answers are written in RPC v2 CBOR.

import type { CborItem } from '../../api/cbor/cbor-item.js';
import { cborBodyOf } from '../../api/cbor/read-cbor.js';
import { cborContentType, cborPath, readCborPath } from '../../api/protocol.js';
import { serviceErrors } from '../../api/service-model.js';
import {
  cborAnswers,
  cborBodies,
  cborBody,
  cborErrors,
  cborItemBody,
  cborRequests,
  cborSuccesses,
  cborWire,
  hasItem,
  refusesBodies,
  withoutMembers,
  withoutRepeated,
} from '../mutate-cbor.js';
import { named } from '../named.js';
import type { Variant } from '../variant.js';

const withoutOutput = ['PutPolicy', 'DeletePolicy'] as const;

export const wireCborVariants = named<Variant>({
  'an-empty-map-for-no-output': {
    freedom: 'PutPolicy and DeletePolicy answer with an empty map.',
    permittedBy: 'WIRE-15',
    mutateAnswers: cborSuccesses(withoutOutput, () => cborItemBody({ map: [] })),
  },
  'an-indefinite-map-for-no-output': {
    freedom: 'PutPolicy and DeletePolicy answer with an empty map of indefinite length.',
    permittedBy: 'WIRE-15',
    mutateAnswers: cborSuccesses(withoutOutput, () => cborItemBody({ map: [], indefinite: true })),
  },
  'a-content-type-without-a-body': {
    freedom: 'An answer without a body has the content type of CBOR.',
    permittedBy: 'WIRE-15',
    mutateAnswers: cborSuccesses(withoutOutput, (_members, { headers }) => ({
      headers: { ...headers, 'content-type': cborContentType },
      cbor: cborBodyOf(new Uint8Array()),
    })),
  },
  'answers-in-indefinite-maps': {
    freedom: 'The map of an answer has an indefinite length.',
    permittedBy: 'WIRE-14',
    mutateAnswers: policyAs((text) => ({ map: [[{ text: 'Policy' }, { text }]], indefinite: true })),
  },
  'answers-in-chunks': {
    freedom: 'The policy is a text in chunks, and so is the name of the member.',
    permittedBy: 'WIRE-14',
    mutateAnswers: policyAs((text) => ({ map: [[chunksOf('Policy'), chunksOf(text)]] })),
  },
  'answers-with-long-heads': {
    freedom: 'Lengths in answers take eight bytes.',
    permittedBy: 'WIRE-14',
    mutateAnswers: policyAs((text) => ({
      map: [
        [
          { text: 'Policy', headBytes: 8 },
          { text, headBytes: 8 },
        ],
      ],
      headBytes: 8,
    })),
  },
  'has-more-members-in-cbor': {
    freedom: 'GetPolicy answers with one more member.',
    permittedBy: 'WIRE-14',
    mutateAnswers: policyAs((text) => ({
      map: [
        [{ text: 'RevisionId' }, { integer: 7 }],
        [{ text: 'Policy' }, { text }],
      ],
    })),
  },
  'has-a-charset-in-cbor': {
    freedom: 'The content type of answers in CBOR has a parameter.',
    permittedBy: 'WIRE-14',
    mutateAnswers: cborAnswers(({ headers, cbor }) =>
      cbor === undefined ? undefined : { headers: { ...headers, 'content-type': 'application/cbor; charset=utf-8' } },
    ),
  },
  'names-other-errors-in-no-namespace': {
    freedom: 'An error that is not in the model has no namespace.',
    permittedBy: 'WIRE-22',
    mutateAnswers: cborErrors((name, members) =>
      serviceErrors.includes(name) ? undefined : cborBody({ ...members, __type: name }),
    ),
  },
  'has-no-messages-in-cbor': {
    freedom: 'Errors in CBOR have no message.',
    permittedBy: 'WIRE-23',
    mutateAnswers: cborErrors((_name, { __type }) => cborBody({ __type })),
  },
  'names-errors-in-the-header-too': {
    freedom: 'Errors in CBOR are named in the header as well.',
    permittedBy: 'WIRE-24',
    mutateAnswers: cborErrors((name, _members, { headers }) => ({ headers: { ...headers, 'x-amzn-errortype': name } })),
  },
  'leaves-unclaimed-requests-unnamed': {
    freedom: 'A request that is refused before its operation is found gets an empty answer with status 404.',
    permittedBy: 'WIRE-22',
    mutateAnswers: cborAnswers(({ status }) =>
      status === 404 || status === 405 || status === 415 ? { headers: {}, body: '', cbor: undefined } : undefined,
    ),
  },
  'refuses-malformed-cbor-without-a-name': {
    freedom: 'A body that cannot be read is refused with status 400 and nothing else.',
    permittedBy: 'WIRE-32',
    mutateAnswers: cborErrors((name) =>
      name === 'SerializationException' ? { headers: {}, body: '', cbor: undefined } : undefined,
    ),
  },
  'serves-any-content-type': {
    freedom: 'The content type of a CBOR request is not looked at.',
    permittedBy: 'WIRE-31',
    mutateAnswers: cborRequests((request) =>
      request.cbor === undefined ? request : { ...request, contentType: cborContentType },
    ),
  },
  'ignores-bytes-after-the-map': {
    freedom: 'What follows the map of a request is ignored.',
    permittedBy: 'WIRE-32',
    mutateAnswers: cborRequests((request) => {
      const [first, second] = request.cbor !== undefined && 'sequence' in request.cbor ? request.cbor.sequence : [];
      const isRest = first !== undefined && second !== undefined && 'map' in first;
      return isRest ? { ...request, cbor: first } : request;
    }),
  },
  'refuses-long-heads': {
    freedom: 'A length in more bytes than it needs is refused.',
    permittedBy: 'WIRE-32',
    mutateAnswers: refusesBodies((body) =>
      hasItem(body, (each) => 'headBytes' in each && each.headBytes !== undefined),
    ),
  },
  'verifies-no-signatures': {
    freedom: 'Signatures are not verified, as by most emulators.',
    permittedBy: 'AUTH-CB',
    mutateAnswers: (right) => (request, atMs, caller) => {
      const { signature: _signature, ...unverified } = request;
      return right(request.signature === undefined ? request : unverified, atMs, caller);
    },
  },
  'takes-the-first-of-repeated-members': {
    freedom: 'Of two members of one name the first is read.',
    permittedBy: 'WIRE-32',
    mutateAnswers: cborBodies((body) => withoutRepeated(body, 'first')),
  },
  'takes-the-last-of-repeated-members': {
    freedom: 'Of two members of one name the last is read.',
    permittedBy: 'WIRE-32',
    mutateAnswers: cborBodies((body) => withoutRepeated(body, 'last')),
  },
  'skips-deep-members': {
    freedom: 'A member that the operation does not know is skipped, however deep it is.',
    permittedBy: 'WIRE-32',
    mutateAnswers: cborBodies((body) => withoutMembers(body, (value) => 'repeated' in value)),
  },
  'skips-members-whose-names-are-not-texts': {
    freedom: 'A member whose name is not a text is skipped.',
    permittedBy: 'WIRE-32',
    mutateAnswers: cborBodies((body) =>
      'map' in body ? { ...body, map: body.map.filter(([name]) => 'text' in name || 'chunks' in name) } : body,
    ),
  },
  'takes-bytes-for-texts': {
    freedom: 'A byte string of the characters of a text is read as the text.',
    permittedBy: 'WIRE-33',
    mutateAnswers: cborBodies((body) =>
      'map' in body
        ? {
            ...body,
            map: body.map.map(([name, value]) => [name, 'bytesOf' in value ? { text: value.bytesOf } : value]),
          }
        : body,
    ),
  },
  'takes-tagged-texts': {
    freedom: 'A text with a tag is read as the text.',
    permittedBy: 'WIRE-33',
    mutateAnswers: cborRequests((request) =>
      request.cbor !== undefined && hasItem(request.cbor, (each) => 'tag' in each && 'text' in each.item)
        ? { ...request, cbor: withoutTags(request.cbor) }
        : request,
    ),
  },
  'refuses-absolute-services': {
    freedom: 'The service in a path is only found under its name.',
    permittedBy: 'WIRE-28',
    mutateAnswers: cborWire((request, ask) =>
      readCborPath(request.path)?.service.includes('.') === true
        ? ask({ ...request, path: cborPath('NoSuchOperation') })
        : ask(request),
    ),
  },
  'refuses-prefixes': {
    freedom: 'A path that does not begin with /service is not found.',
    permittedBy: 'WIRE-29',
    mutateAnswers: cborWire((request, ask) =>
      request.path.startsWith('/service/') ? ask(request) : ask({ ...request, path: cborPath('NoSuchOperation') }),
    ),
  },
});

/** Changes the body in which GetPolicy returns a policy. */
function policyAs(write: (text: string) => CborItem): Variant['mutateAnswers'] & object {
  return cborSuccesses(['GetPolicy'], ({ Policy }) => cborItemBody(write(String(Policy))));
}

function chunksOf(text: string): CborItem {
  // A chunk ends at a character and not within one.
  const cut = [...text].slice(0, 3).join('').length;
  return { chunks: [{ text: text.slice(0, cut) }, { text: text.slice(cut) }] };
}

function withoutTags(item: CborItem): CborItem {
  if ('tag' in item) return withoutTags(item.item);
  return 'map' in item
    ? { ...item, map: item.map.map(([name, value]) => [withoutTags(name), withoutTags(value)]) }
    : item;
}
