// The constraints that the published service model puts on the members of the three operations.

import type { PolicyOperationName } from '../catalogue/requirement.js';

/**
 * The model of 2025-02-11, the newest change of these constraints.
 * Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/service-2.json at 93fa9dd58.
 * Lengths are in characters.
 */
export const constraints = {
  modelRevision: '2025-02-11',
  resourceArn: {
    minLength: 5,
    maxLength: 200,
    pattern: /^arn:[\w+=/,.@-]+:acm-pca:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(\/[\w+=,.@-]+)*$/,
  },
  policy: {
    minLength: 1,
    maxLength: 81_920,
    /** The limit of the models before 2025; sizes above it are ambiguous (POL-04). */
    formerMaxLength: 20_480,
    pattern: /^[\u0009\u000A\u000D\u0020-\u00FF]+$/,
  },
} as const;

/** The errors that the model declares for each operation (PP-03, GP-06, DP-05). */
export const modelledErrors: Readonly<Record<PolicyOperationName, readonly string[]>> = {
  PutPolicy: [
    'ConcurrentModificationException',
    'InvalidArnException',
    'InvalidPolicyException',
    'InvalidStateException',
    'LockoutPreventedException',
    'RequestFailedException',
    'ResourceNotFoundException',
  ],
  GetPolicy: ['InvalidArnException', 'InvalidStateException', 'RequestFailedException', 'ResourceNotFoundException'],
  DeletePolicy: [
    'ConcurrentModificationException',
    'InvalidArnException',
    'InvalidStateException',
    'LockoutPreventedException',
    'RequestFailedException',
    'ResourceNotFoundException',
  ],
};

/**
 * The errors common to all operations: AWS's list and the names that the service's user guide and live reports use
 * (ERR-01 accepts both spellings of the validation error).
 * Source: https://docs.aws.amazon.com/privateca/latest/APIReference/CommonErrors.html
 */
export const commonErrors: readonly string[] = [
  'AccessDeniedException',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InternalFailure',
  'MalformedHttpRequestException',
  'NotAuthorized',
  'OptInRequired',
  'RequestAbortedException',
  'RequestEntityTooLargeException',
  'RequestExpired',
  'RequestTimeoutException',
  'SerializationException',
  'ServiceUnavailable',
  'ThrottlingException',
  'UnknownOperationException',
  'UnrecognizedClientException',
  'ValidationError',
  'ValidationException',
];
