import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Errors are named by the member code, the third place that the protocol knows.',
  permittedBy: 'WIRE-11',
  mutateAnswers: rewritesErrors(({ __type: code, message }) => bodyOf({ code, message })),
};
