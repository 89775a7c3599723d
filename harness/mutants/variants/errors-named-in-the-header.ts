import { bodyOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Errors are named in the header and not in the body.',
  permittedBy: 'WIRE-11',
  mutateAnswers: rewritesErrors(({ __type, ...members }, { headers }) => ({
    headers: { ...headers, 'x-amzn-errortype': String(__type) },
    ...bodyOf(members),
  })),
};
