import { bodyOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What cannot be read is refused with a message and no name.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  bendAnswers: rewritesErrorsNamed('SerializationException', ({ message }) => bodyOf({ message })),
};
