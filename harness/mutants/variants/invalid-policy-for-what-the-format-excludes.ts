import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { answers, isRefused, refusal } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy of a wrong length or of other characters is refused with InvalidPolicyException.',
  permittedBy: 'POL-03',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'ValidationException') && violatesConstraint(input.Policy, newestConstraints.policy) !== undefined
      ? refusal('InvalidPolicyException')
      : undefined,
  ),
};
