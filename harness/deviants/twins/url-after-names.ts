import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The names of errors have a URL after them.',
  permittedBy: 'WIRE-11',
  bendAnswers: rewritesErrors((members) =>
    bodyOf({ ...members, __type: `${String(members['__type'])}:http://internal.example/` }),
  ),
};
