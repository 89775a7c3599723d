import { refuses, policyAt } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy without Sids is accepted once, and refused when it is put again.',
  breaks: 'POL-29',
  killedBy: 'combinations/settle-pairs-of-forms',
  bend: refuses(
    ['PutPolicy'],
    'InvalidPolicyException',
    ({ input }, _right, call) => policyAt(call, input.ResourceArn) === input.Policy && !input.Policy.includes('Sid'),
  ),
};
