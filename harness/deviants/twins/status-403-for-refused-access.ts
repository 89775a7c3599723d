import { rewritesErrorsNamed } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'AccessDeniedException has status 403.',
  permittedBy: 'AUTH-01',
  bendAnswers: rewritesErrorsNamed('AccessDeniedException', () => ({ status: 403 })),
};
