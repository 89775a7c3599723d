import { refusal, answers, isRefused } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'On a missing CA PutPolicy and DeletePolicy answer InvalidArnException.',
  permittedBy: 'ARN-04',
  bend: answers(['PutPolicy', 'DeletePolicy'], (right) =>
    isRefused(right, 'ResourceNotFoundException') ? refusal('InvalidArnException') : undefined,
  ),
};
