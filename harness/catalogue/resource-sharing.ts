// Requirements on sharing a CA through AWS Resource Access Manager (RAM).
import type { Requirement } from './requirement.js';

/** RAM: shares, managed permissions, and the policies that RAM writes. */
export const resourceSharing = {
  'RAM-01': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement: 'Sharing a CA in RAM attaches the policy it needs, and later changes in RAM show in that policy.',
    sources: ['S8', 'S1'],
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
  'RAM-02': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'The resource type acm-pca:CertificateAuthority can be shared with any account, with IAM users and roles, and with service principals. It supports customer managed permissions.',
    sources: ['S20'],
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
  'RAM-03': {
    operations: [],
    level: 'must',
    evidence: 'observed',
    statement:
      'The default permission AWSRAMDefaultPermissionCertificateAuthority holds the five reads and IssueCertificate for EndEntityCertificate/V1. AWSRAMSubordinateCACertificatePathLen0IssuanceCertificateAuthority holds the five reads and IssueCertificate for SubordinateCACertificate_PathLen0/V1.',
    sources: ['S22', 'S23', 'S25', 'S26', 'O9', 'O17', 'O19'],
    unknown:
      'The exact contents of the permissions for blank end-entity certificates with API or API and CSR passthrough and for revocation, and the names for the client and server authentication templates.',
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
  'RAM-04': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'Revocation across accounts needs one customer managed permission with RevokeCertificate, or two shares of the CA. A CA can thus be in several shares at once, which RAM merges into one policy.',
    sources: ['S22', 'S34', 'O18'],
    unknown: 'The form of the policy that results.',
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing with a second account' },
  },
  'RAM-05': {
    operations: [],
    level: 'must',
    evidence: 'observed',
    statement:
      'A policy that RAM writes is compact JSON of Version 2012-10-17 without Id, the IssueCertificate statement first. Its Sids are the UUID of the share with -external-principals for an account outside the organization, or with -org for the organization.',
    sources: ['S23', 'O19', 'O20'],
    unknown: 'The forms for an organizational unit and for a service principal.',
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
  'RAM-06': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A policy put by hand yields a share of feature set CREATED_FROM_POLICY, which only the owner sees and which RAM does not modify until it is promoted.',
    sources: ['S21'],
    unknown: 'The text speaks of RAM in general, not of this service by name.',
    unjudged: { verdict: 'not-testable', reason: 'needs a view of the shares in RAM' },
  },
  'RAM-07': {
    operations: ['DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'DeletePolicy takes the CA out of all shares.',
    sources: ['S3'],
    unknown:
      'The converse: that GetPolicy answers ResourceNotFoundException once the last share is gone has no source.',
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
  'RAM-08': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A change in RAM appears in CloudTrail as a PutPolicy under the role of the caller, with invokedBy set. The prerequisites for sharing through Connector for Active Directory agree and ask for acm-pca:PutPolicy.',
    sources: ['S23', 'S27'],
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing and CloudTrail' },
  },
  'RAM-09': {
    operations: [],
    level: 'must',
    evidence: 'observed',
    statement:
      'Outside an organization a share works only once the invitation to it is accepted, unless it is accepted automatically.',
    sources: ['O18', 'S8'],
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing with a second account' },
  },
} as const satisfies Record<string, Requirement>;
