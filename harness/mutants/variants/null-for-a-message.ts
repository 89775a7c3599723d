import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'The message of an error is null.',
  permittedBy: 'WIRE-07',
  mutateAnswers: rewritesErrors(({ __type }) => bodyOf({ __type, message: null })),
};
