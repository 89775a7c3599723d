// Requirements on the errors of the operations.
import type { Requirement } from './requirement.js';

/** ERR: the names of single errors, and whether they can occur. */
export const errors = {
  'ERR-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'observed-sibling',
    statement:
      'Badly formatted input is reported on the wire as ValidationException. The name ValidationError, which the page of common errors lists, is accepted in its place.',
    answers: ['ValidationException'],
    sources: ['S4', 'S11', 'O12'],
    judgedThrough: ['ARN-02', 'POL-02'],
  },
  'ERR-02': {
    operations: ['PutPolicy', 'DeletePolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'LockoutPreventedException may be unreachable, since acceptable policies only allow and so cannot lock out an owner. It serves as an alternative answer to Deny (POL-30).',
    sources: ['O13'],
    unknown: 'What triggers the error.',
    unjudged: { verdict: 'excluded', reason: 'no documented request provokes the error' },
  },
  'ERR-03': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'RequestInProgressException, RequestAlreadyProcessedException and InvalidRequestException are not modelled for the three operations.',
    sources: ['S30', 'O2'],
    judgedThrough: ['PP-03', 'GP-06', 'DP-05'],
  },
  'ERR-04': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'CreateCertificateAuthority and UpdateCertificateAuthority use InvalidPolicyException for the policy of an S3 bucket, which is another matter.',
    sources: ['S30'],
    unjudged: { verdict: 'excluded', reason: 'a fact about two other operations' },
  },
  'ERR-07': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'note',
    evidence: 'inferred',
    statement: 'A wrong answer to an earlier call of a check says nothing about the requirement of that check.',
    sources: [],
    unjudged: { verdict: 'excluded', reason: 'a rule for the suite itself' },
  },
} as const satisfies Record<string, Requirement>;
