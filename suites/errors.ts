// Checks on errors as such, whichever input provokes them.

import { call, deleteCa, get, put } from '../generators/calls.js';
import { acceptedControl, missingAuthorityArn, provocationsOf } from '../generators/provocations.js';
import type { GuaranteeName } from '../harness/api/case.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';
import { overPolicies } from './over-policies.js';

/** An input class for each way to provoke an error of the operation, or of any. Accepted inputs are not judged here. */
function provoked(guarantee: GuaranteeName, operation?: PolicyOperationName): readonly InputClass[] {
  return provocationsOf(operation).map((each) =>
    overPolicies(
      `provoked/${each.id}`,
      (policy) => [
        call('subject', each.operation, each.policyFrom(policy), { arn: each.arn, guarantee }),
        ...acceptedControl(each.operation, policy),
      ],
      { fresh: each.fresh },
    ),
  );
}

/** One error suffices, because a target that accepts more inputs shows fewer errors. */
function returnsDeclaredErrors(requirement: RequirementId, id: string, operation: PolicyOperationName): Check {
  return {
    id: `errors/${id}`,
    requirement,
    title: `returns only errors that are declared for ${operation}`,
    inputClasses: [
      ...provoked('declared-error', operation),
      overPolicies(`provoked/${operation}/deleted-authority`, (policy) => [
        ...acceptedControl(operation, policy),
        deleteCa(),
        call('subject', operation, policy, { guarantee: 'declared-error' }),
      ]),
    ],
    required: 1,
  };
}

export const errorChecks: readonly Check[] = [
  {
    id: 'errors/returns-status-400',
    requirement: 'WIRE-08',
    title: 'returns every modelled error with HTTP status 400, including ResourceNotFoundException',
    inputClasses: provoked('status-400'),
    required: 1,
  },
  returnsDeclaredErrors('PP-03', 'returns-declared-errors-from-put-policy', 'PutPolicy'),
  returnsDeclaredErrors('GP-06', 'returns-declared-errors-from-get-policy', 'GetPolicy'),
  returnsDeclaredErrors('DP-05', 'returns-declared-errors-from-delete-policy', 'DeletePolicy'),
  {
    id: 'errors/names-either-of-two-faults',
    requirement: 'PP-04',
    title: 'returns the error of either fault for an input with two faults',
    inputClasses: [
      overPolicies('two-faults/missing-authority-and-no-policy', (policy) => [
        put('control', policy),
        get('control'),
        put('subject', 'no policy', { arn: missingAuthorityArn }),
        get('subject'),
      ]),
      overPolicies('two-faults/malformed-arn-and-no-policy', (policy) => [
        put('control', policy),
        get('control'),
        put('subject', 'no policy', { arn: 'no arn' }),
        get('subject'),
      ]),
    ],
  },
];
