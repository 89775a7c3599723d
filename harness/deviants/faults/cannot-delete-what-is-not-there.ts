import { refuses, policyAt } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'DeletePolicy without a policy answers ResourceNotFoundException.',
  breaks: 'DP-02',
  killedBy: 'delete-policy/succeeds-without-a-policy',
  bend: refuses(
    ['DeletePolicy'],
    'ResourceNotFoundException',
    ({ input }, _right, call) => policyAt(call, input.ResourceArn) === undefined,
  ),
};
