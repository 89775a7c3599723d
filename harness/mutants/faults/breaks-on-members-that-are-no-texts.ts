import { pageOf, rewritesErrorsNamed } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A member that is no text is answered with a page in HTML and status 500.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  mutateAnswers: rewritesErrorsNamed('SerializationException', ({ message }) =>
    String(message).includes('is not a string') ? pageOf(500) : {},
  ),
};
