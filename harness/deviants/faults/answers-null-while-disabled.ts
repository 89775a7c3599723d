import { success, answers, isRefused, statusOf } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'On a DISABLED CA without a policy GetPolicy succeeds with null.',
  breaks: 'GP-01',
  killedBy: 'resource-state/answers-while-disabled',
  bend: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right) && statusOf(call, input.ResourceArn) === 'DISABLED' ? success({ Policy: null }) : undefined,
  ),
};
