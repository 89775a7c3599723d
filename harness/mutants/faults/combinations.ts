// What the checks of suites/combinations.ts notice: faults that only show when two forms are combined.

import { hasStatement, inStatements, textOf } from '../documents.js';
import { faults } from '../mutant.js';
import { keeps, policyAt, refuses, statusOf } from '../mutate.js';

export const combinationFaults = faults('combinations', {
  'changes-its-mind-about-policies-without-sids': {
    fault: 'A policy without Sids is accepted once, and refused when it is put again.',
    breaks: 'POL-29',
    killedBy: 'handles-pairs-of-forms-consistently',
    mutate: refuses(
      ['PutPolicy'],
      'InvalidPolicyException',
      ({ input }, _right, call) => policyAt(call, input.ResourceArn) === input.Policy && !input.Policy.includes('Sid'),
    ),
  },
  'loses-roles-with-hyphens-in-their-sids': {
    fault: 'A statement for a role with a hyphen in its Sid is returned for everybody.',
    breaks: 'POL-29',
    killedBy: 'handles-pairs-of-forms-consistently',
    mutate: keeps(
      inStatements((statement) =>
        textOf(statement['Principal'] ?? '').includes(':role/') && String(statement['Sid']).includes('-')
          ? { ...statement, Principal: '*' }
          : statement,
      ),
    ),
  },
  'calls-hyphens-a-validation-error-while-active': {
    fault: 'On an ACTIVE CA a Sid with a hyphen is refused with ValidationException.',
    breaks: 'POL-16',
    killedBy: 'handles-pairs-of-forms-consistently-while-active',
    mutate: refuses(
      ['PutPolicy'],
      'ValidationException',
      ({ input }, _right, call) =>
        statusOf(call, input.ResourceArn) === 'ACTIVE' &&
        hasStatement(({ Sid }) => String(Sid).includes('-'))(input.Policy),
    ),
  },
  'denies-single-actions-without-sids': {
    fault: 'A statement with a single action and no Sid is returned with Deny.',
    breaks: 'POL-29',
    killedBy: 'handles-pairs-of-forms-consistently-while-active',
    mutate: keeps(
      inStatements((statement) =>
        typeof statement['Action'] === 'string' && !('Sid' in statement) ? { ...statement, Effect: 'Deny' } : statement,
      ),
    ),
  },
});
