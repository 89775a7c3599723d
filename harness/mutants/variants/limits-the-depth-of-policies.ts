import { answers, isRefused, refusal } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy that is nested more than 100 deep is refused as unreadable.',
  permittedBy: 'POL-37',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && /\[{101}/.test(input.Policy)
      ? refusal('ValidationException')
      : undefined,
  ),
};
