import { isPolicyOperation, pageOf, rewritesErrors } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Where there is no such CA the answer is a page in HTML with status 200.',
  breaks: 'ARN-04',
  killedBy: 'arn/refuses-missing-authorities',
  mutateAnswers: rewritesErrors(({ __type, message }, _right, operation) =>
    isPolicyOperation(operation) &&
    __type === 'ResourceNotFoundException' &&
    !String(message).startsWith('Could not find policy')
      ? pageOf(200)
      : undefined,
  ),
};
