import { bodyOf, rewritesErrorsNamed } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What cannot be read is refused with a message and no name.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  mutateAnswers: rewritesErrorsNamed('SerializationException', ({ message }) => bodyOf({ message })),
};
