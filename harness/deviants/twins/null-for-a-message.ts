import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The message of an error is null.',
  permittedBy: 'WIRE-07',
  bendAnswers: rewritesErrors(({ __type }) => bodyOf({ __type, message: null })),
};
