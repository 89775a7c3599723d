import { refuses, policyAt } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy without Sids is accepted once, and refused when it is put again.',
  breaks: 'POL-29',
  killedBy: 'combinations/settle-pairs-of-forms',
  mutate: refuses(
    ['PutPolicy'],
    'InvalidPolicyException',
    ({ input }, _right, call) => policyAt(call, input.ResourceArn) === input.Policy && !input.Policy.includes('Sid'),
  ),
};
