import { answers, isRefused, refusal } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that is nested more than 100 deep is refused as unreadable.',
  permittedBy: 'POL-37',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && /\[{101}/.test(input.Policy)
      ? refusal('ValidationException')
      : undefined,
  ),
};
