// Requirements on DeletePolicy beyond its input.
import type { Requirement } from './requirement.js';

/** DP: removing, repeating, errors. */
export const deletePolicy = {
  'DP-01': {
    operations: ['DeletePolicy', 'GetPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'DeletePolicy removes the policy and the access it granted; GetPolicy then answers as for a CA without a policy.',
    answers: ['Success'],
    sources: ['S3', 'O1'],
  },
  'DP-02': {
    operations: ['DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'DeletePolicy on a CA without a policy succeeds.',
    answers: ['Success'],
    sources: ['S3'],
  },
  'DP-03': {
    operations: ['DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'DeletePolicy of a policy that RAM attached takes the CA out of every share. One tool saw that the share itself stays listed in RAM.',
    answers: ['Success'],
    sources: ['S3', 'O10'],
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
  'DP-04': {
    operations: ['DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'DeletePolicy leaves the service-linked role of ACM as it is.',
    sources: ['S3'],
    unjudged: { verdict: 'not-testable', reason: 'needs a second account with the service-linked role of ACM' },
  },
  'DP-05': {
    operations: ['DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Of the exceptions of the service, DeletePolicy gives only ConcurrentModificationException, InvalidArnException, InvalidStateException, LockoutPreventedException, RequestFailedException and ResourceNotFoundException. The errors common to all operations come on top.',
    sources: ['S3', 'S4', 'S30'],
  },
  'DP-06': {
    operations: ['DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'DeletePolicy on a CA that does not exist is rejected; only the name of the error is open. Success without a policy is for CAs that exist.',
    answers: ['ResourceNotFoundException', 'InvalidArnException'],
    sources: ['S3', 'O12'],
    judgedThrough: ['ARN-04'],
  },
} as const satisfies Record<string, Requirement>;
