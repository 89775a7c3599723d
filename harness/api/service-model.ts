// The constraints and errors of the three operations, as each revision of the published service model has them, word for
// word. Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/service-2.json, released with botocore 1.17.44,
// 1.34.28, 1.36.18 and 1.44.8.

import type { PolicyOperationName } from '../catalogue/requirement.js';

/** The dates on which the model of the policy operations appeared or changed. */
export const modelRevisions = ['2020-08-17', '2024-01-25', '2025-02-11', '2026-11-11'] as const;
export type ModelRevision = (typeof modelRevisions)[number];

/** The revision that a target is judged by unless the user names one. */
export const newestModelRevision: ModelRevision = '2026-11-11';

/** Whether a revision lists RPC v2 CBOR (WIRE-12). */
export function listsCbor(revision: ModelRevision): boolean {
  return revision >= '2026-11-11';
}

/** A string shape of the model. Lengths are in characters. */
interface StringShape {
  readonly min: number;
  readonly max: number;
  readonly pattern: string;
}

interface ServiceModel {
  /** The shape of ResourceArn. */
  readonly arn: StringShape;
  /** The shape of Policy. */
  readonly policy: StringShape;
  /** The errors declared for each operation; the lists never changed (PP-03, GP-06, DP-05). */
  readonly errors: Readonly<Record<PolicyOperationName, readonly string[]>>;
}

const errors: ServiceModel['errors'] = {
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

/** Every error that the model of the service has, for any operation; as in the newest revision. */
export const serviceErrors: readonly string[] = [
  'CertificateMismatchException',
  'ConcurrentModificationException',
  'InvalidArgsException',
  'InvalidArnException',
  'InvalidNextTokenException',
  'InvalidPolicyException',
  'InvalidRequestException',
  'InvalidStateException',
  'InvalidTagException',
  'LimitExceededException',
  'LockoutPreventedException',
  'MalformedCertificateException',
  'MalformedCSRException',
  'PermissionAlreadyExistsException',
  'RequestAlreadyProcessedException',
  'RequestFailedException',
  'RequestInProgressException',
  'ResourceNotFoundException',
  'TooManyTagsException',
];

const anyService = String.raw`arn:[\w+=/,.@-]+:[\w+=/,.@-]+:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(/[\w+=,.@-]+)*`;
const thisService = String.raw`arn:[\w+=/,.@-]+:acm-pca:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(/[\w+=,.@-]+)*`;
const policyPattern = String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`;

export const serviceModels: Readonly<Record<ModelRevision, ServiceModel>> = {
  '2020-08-17': {
    arn: { min: 5, max: 200, pattern: anyService },
    policy: { min: 1, max: 20_480, pattern: policyPattern },
    errors,
  },
  '2024-01-25': {
    arn: { min: 5, max: 200, pattern: thisService },
    policy: { min: 1, max: 20_480, pattern: policyPattern },
    errors,
  },
  '2025-02-11': {
    arn: { min: 5, max: 200, pattern: thisService },
    policy: { min: 1, max: 81_920, pattern: policyPattern },
    errors,
  },
  // The protocol RPC v2 CBOR came; the shapes of the three operations stayed as they were.
  '2026-11-11': {
    arn: { min: 5, max: 200, pattern: thisService },
    policy: { min: 1, max: 81_920, pattern: policyPattern },
    errors,
  },
};
