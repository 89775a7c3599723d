// Claims about errors themselves, whichever input provokes them.

import { get, put, remove } from '../generators/calls.js';
import type { Answers } from '../generators/flaw.js';
import { ownerPolicy } from '../generators/policy.js';
import type { Case, Step } from '../harness/api/case.js';
import type { Check, Stratum } from '../harness/run/check.js';

const status400 = { errorStatus: 400 };
const missing = {
  ...status400,
  arn: 'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:certificate-authority/00000000-0000-0000-0000-000000000000',
};

const eitherFault: Answers = [
  'ResourceNotFoundException',
  'InvalidArnException',
  'InvalidPolicyException',
  'ValidationException',
];
const formatFault: Answers = ['ValidationException', 'InvalidArnException', 'InvalidPolicyException'];

function provokedBy(id: string, step: (policy: string) => Step): Stratum {
  const cases = ownerPolicy().map((policy): Case => ({
    stratum: id,
    given: ['usable'],
    fresh: true,
    steps: [step(JSON.stringify(policy))],
  }));
  return { id, cases };
}

export const errorChecks: readonly Check[] = [
  {
    id: 'errors/have-status-400',
    requirement: 'WIRE-08',
    title: 'answers every modelled error with HTTP status 400, ResourceNotFoundException included',
    strata: [
      provokedBy('status/get-without-policy', () => get('subject', status400)),
      provokedBy('status/put-on-missing-authority', (policy) => put('subject', policy, missing)),
      provokedBy('status/get-on-missing-authority', () => get('subject', missing)),
      provokedBy('status/delete-on-missing-authority', () => remove('subject', missing)),
    ],
  },
  {
    id: 'errors/either-of-two-faults-may-be-named',
    requirement: 'PP-04',
    title: 'answers an input that is wrong in two ways with the error of either fault',
    strata: [
      provokedBy('two-faults/missing-authority-and-no-policy', () =>
        put('subject', 'no policy', { arn: missing.arn, acceptable: eitherFault }),
      ),
      provokedBy('two-faults/malformed-arn-and-no-policy', () =>
        put('subject', 'no policy', { arn: 'no arn', acceptable: formatFault }),
      ),
    ],
  },
];
