import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Errors have no message.',
  permittedBy: 'WIRE-07',
  mutateAnswers: rewritesErrors(({ __type }) => bodyOf({ __type })),
};
