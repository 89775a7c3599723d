import { newestConstraints } from '../../api/constraints.js';
import { mutateAnswers, errorOf, membersOfAnswer, membersOfRequest } from '../mutate-answers.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy that is too long is refused with RequestEntityTooLargeException and status 413.',
  permittedBy: 'POL-02',
  mutateAnswers: mutateAnswers(undefined, ({ request, operation, ask }) => {
    const right = ask(request);
    const policy = membersOfRequest(request, operation)?.['Policy'];
    const isTooLong = typeof policy === 'string' && policy.length > newestConstraints.policy.maxLength;
    return isTooLong && membersOfAnswer(right)['__type'] === 'ValidationException'
      ? errorOf('RequestEntityTooLargeException', 'Too long.', 413)
      : right;
  }),
};
