import { rewritesErrors } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The header calls every error ClientError, whatever the body says.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bendAnswers: rewritesErrors((_members, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': 'ClientError' },
  })),
};
