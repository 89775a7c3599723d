import { isPolicyOperation, pageOf, rewritesErrors } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Where there is no such CA the answer is a page in HTML with status 200.',
  breaks: 'ARN-04',
  killedBy: 'arn/refuses-missing-authorities',
  bendAnswers: rewritesErrors(({ __type, message }, _right, operation) =>
    isPolicyOperation(operation) &&
    __type === 'ResourceNotFoundException' &&
    !String(message).startsWith('Could not find policy')
      ? pageOf(200)
      : undefined,
  ),
};
