import { emptySuccess, rewritesErrorsNamed } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An operation that does not exist succeeds.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-unknown-operations',
  mutateAnswers: rewritesErrorsNamed('UnknownOperationException', () => emptySuccess),
};
