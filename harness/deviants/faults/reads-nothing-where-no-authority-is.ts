import { success, answers, isRefused, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy succeeds without a policy on a CA that does not exist.',
  breaks: 'GP-02',
  killedBy: 'arn/refuses-missing-authorities',
  bend: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) === undefined
      ? success()
      : undefined,
  ),
};
