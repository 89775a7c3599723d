import { refuses, policyAt } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Putting the policy that is there again is refused.',
  breaks: 'PP-02',
  killedBy: 'put-policy/can-be-repeated',
  bend: refuses(
    ['PutPolicy'],
    'RequestFailedException',
    ({ input }, _right, call) => policyAt(call, input.ResourceArn) === input.Policy,
  ),
};
