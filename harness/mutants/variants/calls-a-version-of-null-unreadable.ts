import { answers, isRefused, refusal } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A Version that is null is refused as unreadable.',
  permittedBy: 'POL-36',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy)?.['Version'] === null
      ? refusal('ValidationException')
      : undefined,
  ),
};
