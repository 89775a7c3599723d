// Facts of the IAM policy grammar that explain the requirements on policy documents.
import type { Requirement } from './requirement.js';

/** IAM: what the policy language says in general; the POL requirements say what binds this service. */
export const iamGrammar = {
  'IAM-01': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'A policy has an optional Version of 2008-10-17 or 2012-10-17, an optional Id in resource policies, and a Statement. Order and white space are free, a key occurs once, and a single value needs no brackets.',
    sources: ['I1'],
    unjudged: {
      verdict: 'excluded',
      reason: 'IAM in general; judged for this service by POL-07, POL-18, POL-36 and POL-37',
    },
  },
  'IAM-02': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement: 'Statement is one object or an array of objects.',
    sources: ['I6'],
    unjudged: { verdict: 'excluded', reason: 'IAM in general; judged for this service by POL-38' },
  },
  'IAM-03': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'A Sid is optional, made of letters and digits, and unique within a policy in IAM. Other services may differ, and this one does.',
    sources: ['I2'],
    unjudged: { verdict: 'excluded', reason: 'IAM in general; judged for this service by POL-15 and POL-16' },
  },
  'IAM-04': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement: 'Effect is required and is Allow or Deny, with regard to case.',
    sources: ['I3'],
    unjudged: { verdict: 'excluded', reason: 'IAM in general; judged for this service by POL-30' },
  },
  'IAM-05': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'A resource policy needs Principal or NotPrincipal: "*", or a map over AWS, Federated, Service and CanonicalUser, without partial wildcards. An account id and its root ARN mean the same, and a service may convert one to the other.',
    sources: ['I1', 'I4'],
    unjudged: { verdict: 'excluded', reason: 'IAM in general; judged for this service by POL-33 and GP-04' },
  },
  'IAM-06': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement: 'Action or NotAction is required. Case does not matter in it, and wildcards are legal.',
    sources: ['I7'],
    unjudged: { verdict: 'excluded', reason: 'IAM in general; judged for this service by POL-28, POL-43 and POL-44' },
  },
  'IAM-07': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'Resource or NotResource is required and Condition is optional. Names of condition keys disregard case, StringEquals regards it, and an absent key makes positive operators false and negated ones true.',
    sources: ['I10', 'I8'],
    unjudged: { verdict: 'excluded', reason: 'IAM in general; judged for this service by POL-31 and POL-43' },
  },
  'IAM-08': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement: 'NotPrincipal with Allow is discouraged, and most types of resource policy reject it.',
    sources: ['I11'],
    unjudged: { verdict: 'excluded', reason: 'IAM in general; judged for this service by POL-33' },
  },
} as const satisfies Record<string, Requirement>;
