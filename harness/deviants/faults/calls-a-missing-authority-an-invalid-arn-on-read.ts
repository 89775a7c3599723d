import { refusal, answers, isRefused, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy says InvalidArnException where no CA is.',
  breaks: 'GP-02',
  killedBy: 'arn/refuses-missing-authorities',
  bend: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
      ? refusal('InvalidArnException')
      : undefined,
  ),
};
