import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Errors have a message and no name.',
  breaks: 'WIRE-11',
  killedBy: 'wire/errors-are-named',
  mutateAnswers: rewritesErrors(({ message }) => bodyOf({ message })),
};
