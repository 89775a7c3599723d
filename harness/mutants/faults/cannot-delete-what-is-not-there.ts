import { refuses, policyAt } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'DeletePolicy without a policy answers ResourceNotFoundException.',
  breaks: 'DP-02',
  killedBy: 'delete-policy/succeeds-without-a-policy',
  mutate: refuses(
    ['DeletePolicy'],
    'ResourceNotFoundException',
    ({ input }, _right, call) => policyAt(call, input.ResourceArn) === undefined,
  ),
};
