import { emptySuccess, rewritesErrors } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A request without a member that is required succeeds and does nothing.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-missing-members',
  bendAnswers: rewritesErrors(({ message }) =>
    String(message).includes('must not be null') ? emptySuccess : undefined,
  ),
};
