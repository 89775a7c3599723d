// Freedoms in which error is returned, and in its message.

import { jsonOf } from '../documents.js';
import { answers, isRefused, refusal, renamesErrors } from '../mutate.js';
import { named } from '../named.js';
import type { Variant } from '../variant.js';

export const errorVariants = named<Variant>({
  'validation-error': {
    freedom: 'Badly formed input is refused with ValidationError.',
    permittedBy: 'ERR-01',
    mutate: renamesErrors({ ValidationException: 'ValidationError' }),
  },
  'judges-the-policy-first': {
    freedom: 'Of an ARN and a policy that are both wrong the policy is named.',
    permittedBy: 'PP-04',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right) && jsonOf(input.Policy) === undefined ? refusal('InvalidPolicyException') : undefined,
    ),
  },
  'other-wording': {
    freedom: 'Errors are worded in another way.',
    permittedBy: 'WIRE-07',
    mutate: answers('policy operations', (right) =>
      right.kind === 'service-error' ? { ...right, message: 'Nein.' } : undefined,
    ),
  },
});
