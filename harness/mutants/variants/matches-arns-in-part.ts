import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { answers, refusal } from '../mutate.js';
import type { Variant } from '../variant.js';

const { resourceArn } = newestConstraints;

export const variant: Variant = {
  freedom: 'An ARN that fits the pattern in part is looked up, and not found.',
  permittedBy: 'ARN-02',
  mutate: answers('policy operations', (_right, { input: { ResourceArn: arn } }) =>
    violatesConstraint(arn, resourceArn) === 'pattern' && resourceArn.unanchoredPattern.test(arn)
      ? refusal('ResourceNotFoundException')
      : undefined,
  ),
};
