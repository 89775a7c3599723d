import { errorOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A body that is not JSON is answered with InternalFailure.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unreadable-bodies',
  bendAnswers: rewritesErrorsNamed('SerializationException', ({ message }) =>
    String(message).includes('not JSON') ? errorOf('InternalFailure', 'Unexpected token', 500) : {},
  ),
};
