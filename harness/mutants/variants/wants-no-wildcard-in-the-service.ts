import { answers, isRefused, refusal } from '../mutate.js';
import { hasStatement, textsOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A wildcard in the service of an action is refused as no action.',
  permittedBy: 'POL-28',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right, 'InvalidPolicyException') && hasWildService(input.Policy)
      ? refusal('ValidationException')
      : undefined,
  ),
};

const hasWildService = hasStatement(({ Action }) => textsOf(Action).some((action) => /^[^:]*[*?][^:]*:/.test(action)));
