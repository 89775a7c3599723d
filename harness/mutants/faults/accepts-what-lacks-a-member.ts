import { emptySuccess, rewritesErrors } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A request without a member that is required succeeds and does nothing.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-missing-members',
  mutateAnswers: rewritesErrors(({ message }) =>
    String(message).includes('must not be null') ? emptySuccess : undefined,
  ),
};
