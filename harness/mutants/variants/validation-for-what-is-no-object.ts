import { refusal, answers, isRefused } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy that is no JSON object is refused with ValidationException.',
  permittedBy: 'POL-05',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy) === undefined
      ? refusal('ValidationException')
      : undefined,
  ),
};
