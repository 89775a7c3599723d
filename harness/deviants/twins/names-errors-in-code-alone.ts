import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Errors are named by the member code, the third place that the protocol knows.',
  permittedBy: 'WIRE-11',
  bendAnswers: rewritesErrors(({ __type: code, message }) => bodyOf({ code, message })),
};
