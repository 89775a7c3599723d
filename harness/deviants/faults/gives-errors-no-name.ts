import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Errors have a message and no name.',
  breaks: 'WIRE-11',
  killedBy: 'wire/errors-are-named',
  bendAnswers: rewritesErrors(({ message }) => bodyOf({ message })),
};
