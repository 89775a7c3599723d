import { rewritesErrorsNamed } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'AccessDeniedException has status 403.',
  permittedBy: 'AUTH-01',
  mutateAnswers: rewritesErrorsNamed('AccessDeniedException', () => ({ status: 403 })),
};
