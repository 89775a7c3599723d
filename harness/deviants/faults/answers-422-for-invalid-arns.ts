import { rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'InvalidArnException comes with HTTP status 422.',
  breaks: 'WIRE-08',
  killedBy: 'errors/have-status-400',
  bendAnswers: rewritesErrorsNamed('InvalidArnException', () => ({ status: 422 })),
};
