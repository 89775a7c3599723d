import { rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'InvalidPolicyException comes with HTTP status 500.',
  breaks: 'WIRE-08',
  killedBy: 'errors/have-status-400',
  bendAnswers: rewritesErrorsNamed('InvalidPolicyException', () => ({ status: 500 })),
};
