import { success, answers, statusOf } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'On a DELETED CA GetPolicy succeeds with {}.',
  breaks: 'ST-04',
  killedBy: 'resource-state/answers-while-deleted',
  mutate: answers(['GetPolicy'], (_right, { input }, call) =>
    statusOf(call, input.ResourceArn) === 'DELETED' ? success() : undefined,
  ),
};
