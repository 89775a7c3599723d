import { pageOf, rewritesErrorsNamed } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'ResourceNotFoundException is a page in HTML with status 404.',
  breaks: 'WIRE-11',
  killedBy: 'wire/errors-are-named',
  mutateAnswers: rewritesErrorsNamed('ResourceNotFoundException', () => pageOf(404)),
};
