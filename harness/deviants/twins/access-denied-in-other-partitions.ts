import { refusal, answers, isRefused } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'In another partition access is denied.',
  permittedBy: 'ARN-08',
  bend: answers('policy operations', (right, { input }) =>
    isRefused(right) && /^arn:aws-[\w-]+:acm-pca:[\w-]+:\d{12}:/.test(input.ResourceArn)
      ? refusal('AccessDeniedException')
      : undefined,
  ),
};
