import { rewritesErrors } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Errors come with HTTP status 200.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  mutateAnswers: rewritesErrors(() => ({ status: 200 })),
};
