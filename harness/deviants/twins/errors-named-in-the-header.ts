import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Errors are named in the header and not in the body.',
  permittedBy: 'WIRE-11',
  bendAnswers: rewritesErrors(({ __type, ...members }, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': String(__type) },
    ...bodyOf(members),
  })),
};
