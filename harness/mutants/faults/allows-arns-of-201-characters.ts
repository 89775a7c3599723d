import { newestConstraints } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An ARN may be one character longer than the limit, and names a CA that is missing.',
  breaks: 'ARN-01',
  killedBy: 'arn/refuses-malformed-arns',
  mutate: answers('policy operations', (right, { input }) =>
    isRefused(right) && input.ResourceArn.length === newestConstraints.resourceArn.maxLength + 1
      ? refusal('ResourceNotFoundException')
      : undefined,
  ),
};
