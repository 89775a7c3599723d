import { newestConstraints } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that is too long is refused with RequestEntityTooLargeException.',
  permittedBy: 'POL-02',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'ValidationException') && input.Policy.length > newestConstraints.policy.maxLength
      ? refusal('RequestEntityTooLargeException')
      : undefined,
  ),
};
