import { newestConstraints } from '../../api/constraints.js';
import { bendAnswers, errorOf, membersOfAnswer, membersOfRequest } from '../bend-answers.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that is too long is refused with RequestEntityTooLargeException and status 413.',
  permittedBy: 'POL-02',
  bendAnswers: bendAnswers(undefined, ({ request, operation, ask }) => {
    const right = ask(request);
    const policy = membersOfRequest(request, operation)?.['Policy'];
    const isTooLong = typeof policy === 'string' && policy.length > newestConstraints.policy.maxLength;
    return isTooLong && membersOfAnswer(right)['__type'] === 'ValidationException'
      ? errorOf('RequestEntityTooLargeException', 'Too long.', 413)
      : right;
  }),
};
