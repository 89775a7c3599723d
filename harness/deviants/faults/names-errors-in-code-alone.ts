import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Errors are named by a member called code.',
  breaks: 'WIRE-11',
  killedBy: 'wire/errors-are-named',
  bendAnswers: rewritesErrors(({ __type: code, message }) => bodyOf({ code, message })),
};
