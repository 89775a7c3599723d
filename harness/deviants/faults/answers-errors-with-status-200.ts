import { rewritesErrors } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Errors come with HTTP status 200.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bendAnswers: rewritesErrors(() => ({ status: 200 })),
};
