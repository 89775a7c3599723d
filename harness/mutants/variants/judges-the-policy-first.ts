import { refusal, answers, isRefused } from '../mutate.js';
import { jsonOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Of an ARN and a policy that are both wrong the policy is named.',
  permittedBy: 'PP-04',
  mutate: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right) && jsonOf(input.Policy) === undefined ? refusal('InvalidPolicyException') : undefined,
  ),
};
