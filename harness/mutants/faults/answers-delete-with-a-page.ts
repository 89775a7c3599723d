import { pageOf, rewritesSuccess } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A successful DeletePolicy is answered with a page in HTML.',
  breaks: 'WIRE-04',
  killedBy: 'wire/delete-policy-has-no-output',
  mutateAnswers: rewritesSuccess('DeletePolicy', () => pageOf(200)),
};
