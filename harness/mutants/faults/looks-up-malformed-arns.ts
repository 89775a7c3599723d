import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What is no ARN is looked up as one, and not found.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  mutate: answers('policy operations', (right, { input }) =>
    isRefused(right) && violatesConstraint(input.ResourceArn, newestConstraints.resourceArn) !== undefined
      ? refusal('ResourceNotFoundException')
      : undefined,
  ),
};
