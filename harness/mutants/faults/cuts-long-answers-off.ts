import { rewritesSuccess } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Answers end after 64 KiB, in the middle of the JSON.',
  breaks: 'POL-04',
  killedBy: 'policy-text/keeps-long-policies',
  mutateAnswers: rewritesSuccess('GetPolicy', ({ body }) => ({ body: body.slice(0, 65_536) })),
};
