// Requirements on PutPolicy beyond its input.
import type { Requirement } from './requirement.js';

/** PP: replacing, repeating, errors and their order. */
export const putPolicy = {
  'PP-01': {
    operations: ['PutPolicy', 'GetPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'PutPolicy attaches a policy to a CA, and replaces the one that is already attached.',
    answers: ['Success'],
    sources: ['S2', 'S3'],
    unknown: 'No text says explicitly that nothing of the former policy remains; none mentions merging either.',
  },
  'PP-02': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'inferred',
    statement:
      'PutPolicy with the policy that is already attached succeeds and changes nothing. A temporary ConcurrentModificationException is acceptable; a persistent rejection is not.',
    answers: ['Success', 'ConcurrentModificationException'],
    sources: ['O13'],
    unknown: 'No text speaks of repetition.',
  },
  'PP-03': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Of the exceptions of the service, PutPolicy gives only ConcurrentModificationException, InvalidArnException, InvalidPolicyException, InvalidStateException, LockoutPreventedException, RequestFailedException and ResourceNotFoundException. The errors common to all operations come on top.',
    sources: ['S1', 'S4', 'S30'],
  },
  'PP-04': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A request with two defects is answered with the error of either one. There is evidence only that the format of the strings is checked before anything else.',
    sources: ['S1', 'O12'],
    unknown: 'The order of the checks.',
  },
  'PP-05': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'The caller of PutPolicy needs acm-pca:PutPolicy on the CA and no permission in RAM. The permission can be tied to the tags of the CA.',
    sources: ['S8', 'S19'],
  },
  'PP-06': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'PutPolicy on a CA that a standard share of RAM covers at the moment replaces the effective policy, or is rejected.',
    answers: ['Success', 'InvalidPolicyException', 'ConcurrentModificationException'],
    sources: ['S25', 'O21'],
    unknown: 'What becomes of the share.',
    unjudged: { verdict: 'not-testable', reason: 'needs RAM sharing' },
  },
} as const satisfies Record<string, Requirement>;
