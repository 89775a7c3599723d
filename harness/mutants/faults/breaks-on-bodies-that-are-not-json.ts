import { errorOf, rewritesErrorsNamed } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A body that is not JSON is answered with InternalFailure.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  mutateAnswers: rewritesErrorsNamed('SerializationException', ({ message }) =>
    String(message).includes('not JSON') ? errorOf('InternalFailure', 'Unexpected token', 500) : {},
  ),
};
