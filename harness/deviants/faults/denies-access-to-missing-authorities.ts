import { refusal, answers, isRefused, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A CA that does not exist is answered with AccessDeniedException.',
  breaks: 'ARN-04',
  killedBy: 'arn/refuses-missing-authorities',
  bend: answers('policy operations', (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
      ? refusal('AccessDeniedException')
      : undefined,
  ),
};
