import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'What is no ARN is answered with InvalidArnException.',
  permittedBy: 'ARN-02',
  bend: answers('policy operations', (right, { input }) =>
    isRefused(right) && violatesConstraint(input.ResourceArn, newestConstraints.resourceArn) !== undefined
      ? refusal('InvalidArnException')
      : undefined,
  ),
};
