// Requirements on the wire protocol, and on keeping one CA apart from another.
import type { Requirement } from './requirement.js';

/** WIRE: requests, answers and error shapes. ISO: isolation of CAs. */
export const wire = {
  'WIRE-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'In the JSON protocol a request is a POST to / with content type application/x-amz-json-1.1 and an X-Amz-Target of ACMPrivateCA followed by a dot and the operation. It is signed with SigV4 for the service name acm-pca.',
    sources: ['S30', 'S15'],
    unjudged: { verdict: 'excluded', reason: 'defines the requests of clients; every check relies on it' },
  },
  'WIRE-02': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'PutPolicy takes ResourceArn and Policy, both required, and no other member. It succeeds with status 200 and without output; an empty body is the documented form, and {} is acceptable too.',
    sources: ['S1', 'S30'],
  },
  'WIRE-03': {
    operations: ['GetPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'GetPolicy takes ResourceArn, which is required, and returns Policy as a string.',
    sources: ['S2', 'S30'],
  },
  'WIRE-04': {
    operations: ['DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'DeletePolicy takes ResourceArn, which is required. It succeeds with status 200 and without output; an empty body is the documented form, and {} is acceptable too.',
    sources: ['S3', 'S30'],
  },
  'WIRE-05': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'The operations know no client token, revision, ETag, policy name or paging, so a CA has at most one policy and there is no compare-and-set. The model marks none of them as idempotent.',
    sources: ['S30'],
    unjudged: { verdict: 'excluded', reason: 'a fact of the model; what follows from it is judged by PP-01 and PP-02' },
  },
  'WIRE-06': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Policy carries the JSON text itself. The name of a file is only a convenience of the command line; on the wire it is a string that is not JSON.',
    sources: ['S1'],
    unjudged: { verdict: 'excluded', reason: 'judged as text that is not JSON by POL-05' },
  },
  'WIRE-07': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'A modelled error carries one member, the string message, named in lower case.',
    sources: ['S30'],
  },
  'WIRE-08': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'Every modelled error of the three operations has status 400, ResourceNotFoundException among them.',
    sources: ['S1', 'S2', 'S3', 'O16'],
  },
  'WIRE-09': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'botocore 1.43.11 itself rejects a missing member, a wrong type and a string below its minimum length. It leaves maximum lengths and patterns to the service.',
    sources: ['S30'],
    unjudged: { verdict: 'excluded', reason: 'a fact about one client, which says where raw requests are needed' },
  },
  'WIRE-10': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'inferred',
    statement:
      'A request that lacks a required member, has a member of the wrong JSON type, has a body that cannot be parsed or names an unknown operation is rejected with a 4xx status and an error name; any name is acceptable. That an unknown member is ignored is expected, but only noted.',
    answers: [
      'ValidationException',
      'SerializationException',
      'MalformedHttpRequestException',
      'RequestFailedException',
      'UnknownOperationException',
    ],
    sources: ['S4'],
    unknown:
      'Which error this service gives for a missing member (ValidationException is expected), for a wrong type or an unparsable body (SerializationException is expected), and that it ignores unknown members.',
  },
  'WIRE-11': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Every error answer names its type, in the header x-amzn-errortype, in __type of the body or in code of the body; code alone is noted. A namespace prefix and a suffix of a colon and a URL are ignored.',
    sources: ['P1'],
  },
  'ISO-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'Each operation acts only on the CA that ResourceArn names.',
    sources: ['S1', 'S2', 'S3'],
  },
} as const satisfies Record<string, Requirement>;
