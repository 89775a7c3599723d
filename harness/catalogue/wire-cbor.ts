// Requirements on the protocol RPC v2 CBOR, which the model lists beside JSON since 2026-11-11.
import type { PolicyOperationName, Requirement } from './requirement.js';

const operations: readonly PolicyOperationName[] = ['PutPolicy', 'GetPolicy', 'DeletePolicy'];

/** The revision of the model that lists the protocol first. */
const since = '2026-11-11';

/** WIRE-12 to WIRE-33: requests, answers and errors in CBOR. AUTH-CB: their signature. */
export const wireCbor = {
  'WIRE-12': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'Besides JSON the service answers RPC v2 CBOR: a POST to /service/ACMPrivateCA/operation/ and the operation, with the header Smithy-Protocol rpc-v2-cbor and CBOR in both directions.',
    sources: ['P3', 'P5', 'M1'],
  },
  'WIRE-13': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'A success in CBOR has status 200, and every answer of the operation, success or modelled error, has the header Smithy-Protocol with the value rpc-v2-cbor, once.',
    sources: ['P3', 'L1'],
  },
  'WIRE-14': {
    operations: ['GetPolicy'],
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'GetPolicy answers with content type application/cbor and one CBOR map, of definite or indefinite length, in which Policy is a text string, in one piece or in chunks. Nothing follows the map.',
    sources: ['P3', 'P4', 'L1'],
  },
  'WIRE-15': {
    operations: ['PutPolicy', 'DeletePolicy'],
    since,
    level: 'any-of',
    evidence: 'documented',
    statement:
      'PutPolicy and DeletePolicy succeed in CBOR without a body and without a content type. An empty map, and a content type beside an empty body, are acceptable, because clients are tested to take them; a map with members is not.',
    sources: ['P3', 'P4'],
  },
  'WIRE-16': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'The map of an input is read in definite and in indefinite length, whatever the order of its members.',
    sources: ['P4'],
  },
  'WIRE-17': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'Text strings of indefinite length are read, as the value and as the name of a member.',
    sources: ['P4', 'C1'],
  },
  'WIRE-18': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'Members that the operation does not know are skipped, whatever their type.',
    sources: ['P4'],
  },
  'WIRE-19': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'A member whose value is null or undefined counts as left out: a required one is refused as a missing one is, and any other changes nothing.',
    answers: [
      'ValidationException',
      'SerializationException',
      'MalformedHttpRequestException',
      'RequestFailedException',
      'UnknownOperationException',
    ],
    sources: ['P3', 'P4'],
  },
  'WIRE-20': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'A modelled error in CBOR has status 400, content type application/cbor, and a map whose text member __type names it after the last #; a header and a member code do not count.',
    sources: ['P3', 'P4', 'M1', 'L1'],
  },
  'WIRE-21': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'The __type of a modelled error is its absolute shape id: com.amazonaws.acmpca, # and the name.',
    sources: ['P3', 'M1', 'L1'],
  },
  'WIRE-22': {
    operations,
    since,
    level: 'any-of',
    evidence: 'observed-sibling',
    statement:
      'An error that the model does not have names itself in __type as well, in any namespace or in none. A request that is refused before its operation is found may go without a name.',
    sources: ['L1', 'F1'],
    unknown: 'Which namespace this service gives to errors that its model does not have.',
  },
  'WIRE-23': {
    operations,
    since,
    level: 'any-of',
    evidence: 'documented',
    statement: 'What an error says is in the text member message, in lower case; there may be none.',
    sources: ['M1', 'L1'],
  },
  'WIRE-24': {
    operations,
    since,
    level: 'note',
    evidence: 'documented',
    statement: 'An error in CBOR should not have the header x-amzn-errortype.',
    sources: ['P3'],
  },
  'WIRE-25': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'A CBOR request that also has the header X-Amz-Target or X-Amzn-Target is refused with a 4xx status, whatever the header names, and nothing is done.',
    sources: ['P3'],
  },
  'WIRE-26': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'A request that no protocol claims is refused with a 4xx status: one on the path of CBOR without Smithy-Protocol, with another value of it, by another method than POST, or in JSON.',
    sources: ['P3', 'P5', 'P1'],
  },
  'WIRE-27': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'The operation and the service in a path are matched as they are spelt: an unknown operation, one in another letter case or with a namespace, and the name of another service are refused with a 4xx status.',
    sources: ['P3', 'S4'],
  },
  'WIRE-28': {
    operations: ['GetPolicy'],
    since,
    level: 'note',
    evidence: 'documented',
    statement: 'The path should also work with the absolute shape id of the service.',
    sources: ['P3'],
  },
  'WIRE-29': {
    operations: ['GetPolicy'],
    since,
    level: 'note',
    evidence: 'documented',
    statement: 'What stands in the path before /service changes nothing, or is refused with a 4xx status.',
    sources: ['P3'],
  },
  'WIRE-30': {
    operations: ['GetPolicy'],
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'A request without the header Accept is served.',
    sources: ['P4'],
  },
  'WIRE-31': {
    operations: ['GetPolicy'],
    since,
    level: 'any-of',
    evidence: 'documented',
    statement:
      'A CBOR request with a content type that does not fit, or with none, is served or refused with a 4xx status.',
    sources: ['P3', 'F1'],
  },
  'WIRE-32': {
    operations,
    since,
    level: 'any-of',
    evidence: 'inferred',
    statement:
      'A body that is not well-formed CBOR, or not a map, is refused with a 4xx status, under any name or none, and changes nothing. Of a member that is present twice one is taken, or the request is refused. Bytes after the map, longer heads than needed, and deeply nested unknown members may be read or refused.',
    sources: ['C1', 'F1'],
    unknown: 'Under which name this service refuses a body that is not CBOR.',
  },
  'WIRE-33': {
    operations,
    since,
    level: 'any-of',
    evidence: 'inferred',
    statement: 'A required member of another type than text is refused with a 4xx status and changes nothing.',
    sources: ['P3'],
  },
  'AUTH-CB': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'A CBOR request is signed as a JSON request is, over the path that is sent; a wrong or missing signature is refused as it is in JSON.',
    sources: ['P3', 'M1'],
  },
  'EQV-01': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'Calls have the same outcomes whichever protocol each of them is made in.',
    sources: ['P5'],
  },
  'EQV-02': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'What is written in one protocol is seen by the next read in the other.',
    sources: ['P5'],
  },
  'EQV-03': {
    operations: ['PutPolicy', 'GetPolicy'],
    since,
    level: 'must',
    evidence: 'documented',
    statement:
      'A policy is the same text in both protocols, character by character, and its length is counted in characters in both.',
    sources: ['P5', 'S1'],
  },
  'EQV-04': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'What is refused is refused under the same name and status in both protocols.',
    sources: ['P5', 'P3'],
  },
  'EQV-05': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'Overlapping calls in different protocols act on one policy of the CA.',
    sources: ['P5'],
  },
  'EQV-06': {
    operations,
    since,
    level: 'must',
    evidence: 'documented',
    statement: 'A request that is refused in one protocol changes nothing that the other shows.',
    sources: ['P5'],
    judgedThrough: ['WIRE-32', 'WIRE-33', 'WIRE-25', 'WIRE-26', 'WIRE-27'],
  },
} as const satisfies Record<string, Requirement>;
