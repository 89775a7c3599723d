// What the checks of suites/errors.ts notice: wrong errors and statuses.

import { inBothProtocols } from '../in-both-protocols.js';
import { jsonOf } from '../documents.js';
import { faults } from '../mutant.js';
import { rewritesErrorsNamed } from '../mutate-answers.js';
import { answers, isRefused, refusal, statusOf } from '../mutate.js';

export const errorFaults = faults('errors', {
  'answers-404-for-what-is-not-found': {
    fault: 'ResourceNotFoundException has HTTP status 404.',
    breaks: 'WIRE-08',
    killedBy: 'returns-status-400',
    mutate: answers('policy operations', (right) =>
      isRefused(right, 'ResourceNotFoundException') ? refusal('ResourceNotFoundException', 404) : undefined,
    ),
  },
  'answers-422-for-invalid-arns': {
    fault: 'InvalidArnException has HTTP status 422.',
    breaks: 'WIRE-08',
    killedBy: 'returns-status-400',
    mutateAnswers: inBothProtocols(rewritesErrorsNamed('InvalidArnException', () => ({ status: 422 }))),
  },
  'answers-500-for-invalid-policies': {
    fault: 'InvalidPolicyException has HTTP status 500.',
    breaks: 'WIRE-08',
    killedBy: 'returns-status-400',
    mutateAnswers: inBothProtocols(rewritesErrorsNamed('InvalidPolicyException', () => ({ status: 500 }))),
  },
  'answers-puts-with-errors-about-tags': {
    fault: 'PutPolicy refuses with InvalidTagException.',
    breaks: 'PP-03',
    killedBy: 'returns-declared-errors-from-put-policy',
    mutate: answers(['PutPolicy'], (right) => (isRefused(right) ? refusal('InvalidTagException') : undefined)),
  },
  'answers-reads-with-errors-about-lockouts': {
    fault: 'GetPolicy refuses with LockoutPreventedException.',
    breaks: 'GP-06',
    killedBy: 'returns-declared-errors-from-get-policy',
    mutate: answers(['GetPolicy'], (right) => (isRefused(right) ? refusal('LockoutPreventedException') : undefined)),
  },
  'answers-deletes-with-errors-about-policies': {
    fault: 'DeletePolicy refuses with InvalidPolicyException.',
    breaks: 'DP-05',
    killedBy: 'returns-declared-errors-from-delete-policy',
    mutate: answers(['DeletePolicy'], (right) => (isRefused(right) ? refusal('InvalidPolicyException') : undefined)),
  },
  'names-neither-of-two-faults': {
    fault: 'A call that is wrong in two ways is refused with RequestFailedException.',
    breaks: 'PP-04',
    killedBy: 'names-either-of-two-faults',
    mutate: answers(['PutPolicy'], (_right, { input }, call) =>
      jsonOf(input.Policy) === undefined && statusOf(call, input.ResourceArn) === undefined
        ? refusal('RequestFailedException')
        : undefined,
    ),
  },
});
