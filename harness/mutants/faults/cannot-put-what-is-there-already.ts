import { refuses, policyAt } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Putting the policy that is there again is refused.',
  breaks: 'PP-02',
  killedBy: 'put-policy/can-be-repeated',
  mutate: refuses(
    ['PutPolicy'],
    'RequestFailedException',
    ({ input }, _right, call) => policyAt(call, input.ResourceArn) === input.Policy,
  ),
};
