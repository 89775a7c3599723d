import { success, answers, isRefused, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On a DISABLED CA without a policy GetPolicy succeeds with null.',
  breaks: 'GP-01',
  killedBy: 'resource-state/answers-while-disabled',
  mutate: answers(['GetPolicy'], (right, { input }, call) =>
    isRefused(right) && statusOf(call, input.ResourceArn) === 'DISABLED' ? success({ Policy: null }) : undefined,
  ),
};
