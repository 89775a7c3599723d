import { rewritesSuccess } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy returns the members that it was given.',
  breaks: 'WIRE-02',
  killedBy: 'wire/put-policy-has-no-output',
  mutateAnswers: rewritesSuccess('PutPolicy', (_right, { body }) => ({ body })),
};
