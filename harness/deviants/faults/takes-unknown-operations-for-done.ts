import { emptySuccess, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An operation that does not exist succeeds.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unknown-operations',
  bendAnswers: rewritesErrorsNamed('UnknownOperationException', () => emptySuccess),
};
