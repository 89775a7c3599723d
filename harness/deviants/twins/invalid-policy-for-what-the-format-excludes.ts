import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { answers, isRefused, refusal } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy of a wrong length or of other characters is refused with InvalidPolicyException.',
  permittedBy: 'POL-03',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'ValidationException') && violatesConstraint(input.Policy, newestConstraints.policy) !== undefined
      ? refusal('InvalidPolicyException')
      : undefined,
  ),
};
