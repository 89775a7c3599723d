import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The names of errors have a namespace before them.',
  permittedBy: 'WIRE-11',
  mutateAnswers: rewritesErrors((members) =>
    bodyOf({ ...members, __type: `com.amazonaws.acmpca#${String(members['__type'])}` }),
  ),
};
