import { errorOf, rewritesErrors } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'What cannot be read is refused with ValidationException and status 404.',
  permittedBy: 'WIRE-10',
  mutateAnswers: rewritesErrors(({ __type }) =>
    __type === 'SerializationException' || __type === 'UnknownOperationException'
      ? errorOf('ValidationException', 'no', 404)
      : undefined,
  ),
};
