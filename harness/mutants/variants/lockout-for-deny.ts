import { refusal, answers, isRefused } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy that denies is refused with LockoutPreventedException.',
  permittedBy: 'POL-30',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && hasStatement(({ Effect }) => Effect === 'Deny')(input.Policy)
      ? refusal('LockoutPreventedException')
      : undefined,
  ),
};
