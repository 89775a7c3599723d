import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The names of errors have a namespace with the version of the model before them.',
  permittedBy: 'WIRE-11',
  mutateAnswers: rewritesErrors((members) =>
    bodyOf({ ...members, __type: `com.amazonaws.acmpca.v20170822#${String(members['__type'])}` }),
  ),
};
