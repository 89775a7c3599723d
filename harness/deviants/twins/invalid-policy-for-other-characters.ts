import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy of other characters or lengths is refused with InvalidPolicyException.',
  permittedBy: 'POL-03',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'ValidationException') && violatesConstraint(input.Policy, newestConstraints.policy) !== undefined
      ? refusal('InvalidPolicyException')
      : undefined,
  ),
};
