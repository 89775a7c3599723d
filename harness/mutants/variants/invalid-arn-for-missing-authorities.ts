import { refusal, answers, isRefused } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'On a missing CA PutPolicy and DeletePolicy answer InvalidArnException.',
  permittedBy: 'ARN-04',
  mutate: answers(['PutPolicy', 'DeletePolicy'], (right) =>
    isRefused(right, 'ResourceNotFoundException') ? refusal('InvalidArnException') : undefined,
  ),
};
