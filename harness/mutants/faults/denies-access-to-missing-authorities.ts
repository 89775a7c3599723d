import { refusal, answers, isRefused, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A CA that does not exist is answered with AccessDeniedException.',
  breaks: 'ARN-04',
  killedBy: 'arn/refuses-missing-authorities',
  mutate: answers('policy operations', (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
      ? refusal('AccessDeniedException')
      : undefined,
  ),
};
