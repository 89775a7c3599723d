import { rewritesErrors } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The header calls every error ClientError, whatever the body says.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  mutateAnswers: rewritesErrors((_members, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': 'ClientError' },
  })),
};
