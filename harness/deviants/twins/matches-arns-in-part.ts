import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { answers, refusal } from '../bend.js';
import type { Twin } from '../twin.js';

const { resourceArn } = newestConstraints;

export const twin: Twin = {
  freedom: 'An ARN that fits the pattern in part is looked up, and not found.',
  permittedBy: 'ARN-02',
  bend: answers('policy operations', (_right, { input: { ResourceArn: arn } }) =>
    violatesConstraint(arn, resourceArn) === 'pattern' && resourceArn.unanchoredPattern.test(arn)
      ? refusal('ResourceNotFoundException')
      : undefined,
  ),
};
