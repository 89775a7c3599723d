import { bodyOf, rewritesErrorsNamed } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'ResourceNotFoundException is called ResourceNotFound.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bendAnswers: rewritesErrorsNamed('ResourceNotFoundException', (members) =>
    bodyOf({ ...members, __type: 'ResourceNotFound' }),
  ),
};
