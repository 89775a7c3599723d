import { rewritesErrorsNamed } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'InvalidPolicyException comes with HTTP status 500.',
  breaks: 'WIRE-08',
  killedBy: 'errors/have-status-400',
  mutateAnswers: rewritesErrorsNamed('InvalidPolicyException', () => ({ status: 500 })),
};
