import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Errors have no message.',
  permittedBy: 'WIRE-07',
  bendAnswers: rewritesErrors(({ __type }) => bodyOf({ __type })),
};
