import { answers, isRefused, refusal } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A Version that is null is refused as unreadable.',
  permittedBy: 'POL-36',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && documentOf(input.Policy)?.['Version'] === null
      ? refusal('ValidationException')
      : undefined,
  ),
};
