import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What is no ARN is looked up as one, and not found.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  bend: answers('policy operations', (right, { input }) =>
    isRefused(right) && violatesConstraint(input.ResourceArn, newestConstraints.resourceArn) !== undefined
      ? refusal('ResourceNotFoundException')
      : undefined,
  ),
};
