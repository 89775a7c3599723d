import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The message of an error is an object.',
  breaks: 'WIRE-07',
  killedBy: 'wire/messages-are-strings',
  bendAnswers: rewritesErrors((members) => bodyOf({ ...members, message: { text: members['message'] } })),
};
