import { refusal, answers, isRefused, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Where no policy is, GetPolicy says NoSuchPolicyException.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  mutate: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) !== undefined
      ? refusal('NoSuchPolicyException')
      : undefined,
  ),
};
