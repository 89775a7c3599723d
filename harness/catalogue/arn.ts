// Requirements on ResourceArn.
import type { Requirement } from './requirement.js';

/** ARN: which strings are accepted as ResourceArn, and how the others are rejected. */
export const arn = {
  'ARN-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'ResourceArn has 5 to 200 characters and matches arn:[\\w+=/,.@-]+:acm-pca:[\\w+=/,.@-]*:[0-9]*:[\\w+=,.@-]+(/[\\w+=,.@-]+)*.',
    sources: ['S1', 'S2', 'S3', 'S30'],
    judgedThrough: ['ARN-02', 'PP-01'],
  },
  'ARN-02': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'observed-sibling',
    statement:
      'A ResourceArn outside the documented length or pattern is rejected with ValidationException. InvalidArnException is acceptable, since no text rules it out, and RequestEntityTooLargeException if the ARN is longer than the longest policy. If a part of the ARN matches the pattern, a service that finds no CA of this name may answer ResourceNotFoundException; success is never right.',
    answers: [
      'ValidationException',
      'InvalidArnException',
      'ResourceNotFoundException',
      'RequestEntityTooLargeException',
    ],
    sources: ['S1', 'S2', 'S3', 'S11', 'O12', 'P2'],
    unknown:
      'Whether the pattern is anchored. That it is, is inferred: the model writes no anchors, and a pattern of Smithy adds none.',
  },
  'ARN-03': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'observed-sibling',
    statement:
      'An ARN that fits the pattern but names another type of resource, in the account and Region of the caller, is rejected. DescribeCertificateAuthority answers InvalidArnException.',
    answers: ['InvalidArnException', 'ResourceNotFoundException', 'ValidationException'],
    sources: ['O12'],
  },
  'ARN-04': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'The well-formed ARN of a CA that does not exist in the account of the caller is rejected. ResourceNotFoundException is documented for GetPolicy (GP-02); PutPolicy and DeletePolicy may answer InvalidArnException instead.',
    answers: ['ResourceNotFoundException', 'InvalidArnException'],
    sources: ['S1', 'S2', 'S3', 'O12'],
  },
  'ARN-05': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'The ARN of a CA in the account of the caller whose id is not a UUID is rejected. Only the page of DeletePolicy calls the UUID form mandatory.',
    answers: ['InvalidArnException', 'ResourceNotFoundException', 'ValidationException'],
    sources: ['S3', 'O6'],
  },
  'ARN-06': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'The ARN of a certificate that a CA issued fits the pattern but names no CA, and is rejected; the call does not act on the CA above it.',
    answers: ['InvalidArnException', 'ResourceNotFoundException', 'ValidationException'],
    sources: ['S1', 'S2', 'S3'],
    unknown: 'No source shows the answer; the pages only fix the pattern.',
  },
  'ARN-07': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement: 'An ARN whose Region is not that of the endpoint is rejected.',
    answers: ['ResourceNotFoundException', 'InvalidArnException', 'AccessDeniedException', 'ValidationException'],
    sources: ['S1', 'S2', 'S3'],
    unknown: 'No source shows the answer; the pages only fix the pattern.',
  },
  'ARN-08': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement: 'An ARN whose partition is not that of the endpoint is rejected.',
    answers: ['ResourceNotFoundException', 'InvalidArnException', 'AccessDeniedException', 'ValidationException'],
    sources: ['S1', 'S2', 'S3'],
    unknown: 'No source shows the answer; the pages only fix the pattern.',
  },
  'ARN-09': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'An ARN that the pattern permits but that is incomplete is rejected: an empty Region, an empty account, or an account that does not have 12 digits.',
    answers: ['InvalidArnException', 'ValidationException', 'ResourceNotFoundException', 'AccessDeniedException'],
    sources: ['S1', 'S2', 'S3'],
    unknown: 'No source shows the answer; the pages only fix the pattern.',
  },
  'ARN-10': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'A trailing or doubled slash, a leading or trailing space, a wildcard or a colon in the resource part is expected to lie outside the pattern and to be rejected as in ARN-02. A UUID in upper case lies inside it, and may or may not find the CA.',
    answers: ['Success', 'ResourceNotFoundException', 'InvalidArnException', 'ValidationException'],
    sources: ['S1', 'S2', 'S3', 'P2'],
    unknown: 'Whether the pattern holds for the whole ARN, and whether the id of a CA is compared with regard to case.',
  },
  'ARN-11': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'note',
    evidence: 'observed',
    statement:
      'The one known text of InvalidArnException is "Not a valid arn.", seen on GetCertificate with status 400.',
    sources: ['O7'],
    unknown: 'Whether the three operations use the same text.',
    unjudged: { verdict: 'excluded', reason: 'a text, and no text ever fails a target' },
  },
  'ARN-12': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'inferred',
    statement:
      'The ARN of a resource in another service is rejected. The pattern excludes it since 2024, which leads to ValidationException; the wider pattern of before left only InvalidArnException.',
    answers: ['ValidationException', 'InvalidArnException'],
    sources: ['S30'],
  },
} as const satisfies Record<string, Requirement>;
