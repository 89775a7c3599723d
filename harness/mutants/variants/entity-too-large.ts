import { newestConstraints } from '../../api/constraints.js';
import { refusal, answers, isRefused } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy that is too long is refused with RequestEntityTooLargeException.',
  permittedBy: 'POL-02',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'ValidationException') && input.Policy.length > newestConstraints.policy.maxLength
      ? refusal('RequestEntityTooLargeException')
      : undefined,
  ),
};
