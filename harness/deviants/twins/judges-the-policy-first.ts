import { refusal, answers, isRefused } from '../bend.js';
import { jsonOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Of an ARN and a policy that are both wrong the policy is named.',
  permittedBy: 'PP-04',
  bend: answers(['PutPolicy'], (right, { input }) =>
    isRefused(right) && jsonOf(input.Policy) === undefined ? refusal('InvalidPolicyException') : undefined,
  ),
};
