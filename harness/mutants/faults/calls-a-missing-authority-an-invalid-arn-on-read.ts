import { refusal, answers, isRefused, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy says InvalidArnException where no CA is.',
  breaks: 'GP-02',
  killedBy: 'arn/refuses-missing-authorities',
  mutate: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
      ? refusal('InvalidArnException')
      : undefined,
  ),
};
