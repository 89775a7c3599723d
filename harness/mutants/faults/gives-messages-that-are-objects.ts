import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The message of an error is an object.',
  breaks: 'WIRE-07',
  killedBy: 'wire/messages-are-strings',
  mutateAnswers: rewritesErrors((members) => bodyOf({ ...members, message: { text: members['message'] } })),
};
