import { answers, isRefused, refusal } from '../bend.js';
import { hasStatement, textsOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A wildcard in the service of an action is refused as no action.',
  permittedBy: 'POL-28',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && hasWildService(input.Policy)
      ? refusal('ValidationException')
      : undefined,
  ),
};

const hasWildService = hasStatement(({ Action }) => textsOf(Action).some((action) => /^[^:]*[*?][^:]*:/.test(action)));
