import { bodyOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'The names of errors have a namespace with the version of the model before them.',
  permittedBy: 'WIRE-11',
  bendAnswers: rewritesErrors((members) =>
    bodyOf({ ...members, __type: `com.amazonaws.acmpca.v20170822#${String(members['__type'])}` }),
  ),
};
