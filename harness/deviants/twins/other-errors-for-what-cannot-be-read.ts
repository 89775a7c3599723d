import { errorOf, rewritesErrors } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'What cannot be read is refused with ValidationException and status 404.',
  permittedBy: 'WIRE-10',
  bendAnswers: rewritesErrors(({ __type }) =>
    __type === 'SerializationException' || __type === 'UnknownOperationException'
      ? errorOf('ValidationException', 'no', 404)
      : undefined,
  ),
};
