// Requirements on who may call the operations, and how others are rejected.
import type { Requirement } from './requirement.js';

/** AUTH: permissions, other accounts, credentials. */
export const authorization = {
  'AUTH-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A caller without permission is rejected with AccessDeniedException. The status is 403 in the documentation and 400 in every published rejection; either is acceptable.',
    answers: ['AccessDeniedException'],
    sources: ['S4', 'O9', 'O17', 'O25'],
  },
  'AUTH-02': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'note',
    evidence: 'observed-sibling',
    statement:
      'The text of AccessDeniedException names caller, action and resource, and ends by saying that no identity-based policy allows the action, or across accounts that no resource-based policy does.',
    sources: ['O9', 'O17', 'O25'],
    unjudged: { verdict: 'excluded', reason: 'texts are never judged' },
  },
  'AUTH-03': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'A caller who lacks the permission gets AccessDeniedException before anything about the existence or the state of the CA shows.',
    answers: ['AccessDeniedException'],
    sources: [],
    judgedThrough: ['ACC-23'],
  },
  'AUTH-04': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'observed-sibling',
    statement:
      'A CA of another account that is not shared with the caller, or does not exist there, is rejected. DescribeCertificateAuthority changed from ResourceNotFoundException to AccessDeniedException in 2019.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['O6'],
  },
  'AUTH-05': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'An account with which a CA is shared is denied the three operations on it: across accounts the policy of the CA must allow a call, and no acceptable policy allows these three.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['S7', 'I12'],
  },
  'AUTH-06': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'Under the default permission of RAM a grantee is denied GetCertificateAuthorityCsr, and IssueCertificate with another template, with AccessDeniedException. The text does not mention the template.',
    answers: ['AccessDeniedException'],
    sources: ['O9', 'O17'],
    judgedThrough: ['ACC-03', 'ACC-04'],
  },
  'AUTH-07': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A grant to another account delegates to that account: its users can act only once its administrator gives them identity permissions as well.',
    sources: ['I4'],
    judgedThrough: ['ACC-05'],
  },
  'AUTH-08': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'PutPolicy and DeletePolicy have the access level Permissions management and GetPolicy has Read, all on the resource type certificate-authority. Tags of the CA can be tested for all of them, acm-pca:TemplateArn for IssueCertificate only.',
    sources: ['S19'],
  },
  'AUTH-09': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'documented',
    statement:
      'Expired credentials get ExpiredTokenException, unknown ones UnrecognizedClientException, and a signature that does not conform IncompleteSignature.',
    answers: [
      'UnrecognizedClientException',
      'IncompleteSignature',
      'ExpiredTokenException',
      'InvalidSignatureException',
      'InvalidClientTokenId',
      'SignatureDoesNotMatch',
      'MissingAuthenticationToken',
    ],
    sources: ['S4'],
  },
} as const satisfies Record<string, Requirement>;
