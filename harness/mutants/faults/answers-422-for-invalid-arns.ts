import { rewritesErrorsNamed } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'InvalidArnException comes with HTTP status 422.',
  breaks: 'WIRE-08',
  killedBy: 'errors/have-status-400',
  mutateAnswers: rewritesErrorsNamed('InvalidArnException', () => ({ status: 422 })),
};
