// Requirements on AWS Certificate Manager (ACM) as a user of a shared CA.
import type { Requirement } from './requirement.js';

/** ACM: permissions, issuing and renewal through ACM. */
export const acm = {
  'ACM-01': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'CreatePermission for acm.amazonaws.com serves renewal within one account only. Across accounts the policy of the CA and the service-linked role of ACM are needed.',
    sources: ['S30'],
    unjudged: { verdict: 'not-testable', reason: 'needs ACM and a second account' },
  },
  'ACM-02': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'The service-linked role of ACM allows IssueCertificate and GetCertificate on every CA. ACM creates it on the first use of a shared CA; without it ACM can issue but cannot renew on its own.',
    sources: ['S17', 'S18', 'S8'],
    unjudged: { verdict: 'not-testable', reason: 'needs ACM and a second account' },
  },
  'ACM-03': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'IssueCertificate yields a certificate that ACM does not manage, RequestCertificate of ACM one that it does. ACM cannot issue from a CA in short-lived mode, and issuing across accounts is billed to the account that issues.',
    sources: ['S8', 'S9', 'S29'],
    unjudged: { verdict: 'not-testable', reason: 'needs ACM and a second account' },
  },
  'ACM-04': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'ACM reports trouble with a private CA as PCA_ACCESS_DENIED, PCA_INVALID_ARN, PCA_INVALID_STATE, PCA_RESOURCE_NOT_FOUND, PCA_REQUEST_FAILED or SLR_NOT_FOUND. Its own pattern for the ARN of a CA asks for an account.',
    sources: ['S30'],
    unjudged: { verdict: 'not-testable', reason: 'needs ACM' },
  },
  'ACM-05': {
    operations: [],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A grantee lists the CAs shared with it through RAM by ListCertificateAuthorities with ResourceOwner OTHER_ACCOUNTS. One that is shared by PutPolicy alone may be missing there.',
    sources: ['S30', 'S34'],
    unjudged: { verdict: 'not-testable', reason: 'needs a CA shared with a second account' },
  },
} as const satisfies Record<string, Requirement>;
