import { refusal, answers, isRefused } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that denies is refused with LockoutPreventedException.',
  permittedBy: 'POL-30',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && hasStatement(({ Effect }) => Effect === 'Deny')(input.Policy)
      ? refusal('LockoutPreventedException')
      : undefined,
  ),
};
