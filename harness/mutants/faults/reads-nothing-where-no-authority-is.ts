import { success, answers, isRefused, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy succeeds without a policy on a CA that does not exist.',
  breaks: 'GP-02',
  killedBy: 'arn/refuses-missing-authorities',
  mutate: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
      ? success()
      : undefined,
  ),
};
