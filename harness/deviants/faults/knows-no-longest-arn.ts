import { newestConstraints } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An ARN may be of any length, and names a CA that is missing.',
  breaks: 'ARN-01',
  killedBy: 'arn/refuses-malformed-arns',
  bend: answers('policy operations', (right, { input }) =>
    isRefused(right) && input.ResourceArn.length > newestConstraints.resourceArn.maxLength
      ? refusal('ResourceNotFoundException')
      : undefined,
  ),
};
