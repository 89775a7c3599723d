import { refusal, answers, isRefused, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Where no policy is, GetPolicy says NoSuchPolicyException.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bend: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) !== undefined
      ? refusal('NoSuchPolicyException')
      : undefined,
  ),
};
