import { refusal, answers, isRefused } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that is no JSON object is refused with ValidationException.',
  permittedBy: 'POL-05',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy) === undefined
      ? refusal('ValidationException')
      : undefined,
  ),
};
